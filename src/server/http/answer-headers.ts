import type { Header } from './security-headers.ts';

// Said by the front server itself, or true of one hop only.
const ours = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
  'vary',
  'x-sveltekit-page',
]);

/** The headers that the site gave an answer and that are passed on. */
export function passedHeaders(response: Response): Header[] {
  return [...response.headers].filter(([name]) => !ours.has(name));
}

/** The answer's media type. Kit leaves out the charset of its pages, which are UTF-8 like all our text. */
export function contentTypeOf(response: Response): string | undefined {
  const type = response.headers.get('content-type');
  return type === 'text/html' ? 'text/html; charset=utf-8' : (type ?? undefined);
}
