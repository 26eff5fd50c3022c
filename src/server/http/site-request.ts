import { languageCookie } from '#i18n/choose.ts';
import type { Language } from '#i18n/languages.ts';
import type { ErrorCode } from '../errors.ts';
import type { Exchange } from './exchange.ts';
import { faultHeader } from './faults.ts';
import type { ReadBody } from './read-body.ts';
import { Spool } from './spool.ts';

/** Tells the site which version of the record a public page is drawn from. Set by the front server alone. */
export const versionHeader = 'x-pop-version';

/**
 * A request that carries nothing about who asks but the language, so that its answer can be anybody's. The address is
 * made from PUBLIC_URL, never from the Host header.
 */
export function anonymousRequest(
  url: string,
  version: string,
  exchange: Exchange,
  language: Language,
): Request {
  const { accept } = exchange.req.headers;
  return new Request(url, {
    headers: {
      'x-request-id': exchange.id,
      cookie: `${languageCookie}=${language}`,
      [versionHeader]: version,
      ...(accept === undefined ? {} : { accept }),
    },
  });
}

/** Tells a form's action that its files were too large to take. Set by the front server alone. */
export const withoutFilesHeader = 'x-pop-without-files';

/** A request for the error page of a fault. Its path is nobody's, so that Kit shows its error page. */
export function faultRequest(
  publicUrl: string,
  fault: { code: ErrorCode; status: number },
  exchange: Exchange,
  language: Language,
): Request {
  return new Request(`${publicUrl}/${language}/-/fault`, {
    headers: {
      accept: 'text/html',
      'x-request-id': exchange.id,
      cookie: `${languageCookie}=${language}`,
      [faultHeader]: `${fault.code} ${fault.status}`,
    },
  });
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'expect',
]);

/** The request as it came, for what must know who asks: forms and people who are signed in. */
export function personalRequest(url: string, exchange: Exchange, read: ReadBody | undefined): Request {
  const { req } = exchange;
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || hopByHop.has(name)) continue;
    if (name.startsWith('x-pop-') || name.startsWith('x-sveltekit-')) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-request-id', exchange.id);
  if (read?.isWithoutFiles === true) {
    headers.set(withoutFilesHeader, '1');
    headers.set('content-length', String(read.bytes.length));
  }
  return new Request(url, {
    method: req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET'),
    headers,
    ...(read === undefined ? {} : bodyOf(read)),
  });
}

/** Node asks for `duplex` where a body is a stream; the types of browsers do not know it. */
interface StreamInit extends RequestInit {
  duplex?: 'half';
}

function bodyOf({ bytes }: ReadBody): StreamInit {
  if (!(bytes instanceof Spool)) return { body: bytes };
  const pieces = bytes.read();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return { body, duplex: 'half' };
}
