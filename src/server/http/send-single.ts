import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { chooseEncoding, compress, isCompressible, type Encoding } from '../cache/encoding.ts';
import { contentTypeOf, passedHeaders } from './answer-headers.ts';
import type { Collected } from './collect.ts';
import type { Exchange } from './exchange.ts';
import { withSecurity, type Header } from './security-headers.ts';

// Below a network packet, compressing saves nothing.
const smallestToCompress = 1000;

/** Sends an answer that is not kept: errors, redirects, what belongs to one person, what is too long for the cache. */
export async function sendSingle(
  exchange: Exchange,
  response: Response,
  collected: Collected,
  security: readonly Header[],
): Promise<number> {
  const { req, res } = exchange;
  const encoding = encodingFor(exchange, response, collected);
  const head = singleHead(exchange, response, security);
  if (encoding !== undefined) addVary(head, 'accept-encoding');
  const coded = encoding !== undefined && encoding !== 'identity';
  if (coded) head.push(['content-encoding', encoding]);

  const hasBody = response.status !== 204 && response.status !== 304;
  if (collected.kind === 'whole') {
    const body = coded ? await compress(collected.body, encoding) : collected.body;
    if (hasBody) head.push(['content-length', String(body.length)]);
    res.writeHead(response.status, head.flat());
    res.end(hasBody ? body : undefined);
    return response.status;
  }

  res.writeHead(response.status, head.flat());
  if (req.method === 'HEAD') {
    res.end();
    await collected.chunks[Symbol.asyncIterator]().return?.();
  } else {
    await stream(collected.chunks, coded ? encoding : 'identity', exchange);
  }
  return response.status;
}

function singleHead(exchange: Exchange, response: Response, security: readonly Header[]): Header[] {
  const head = withSecurity(passedHeaders(response), security);
  head.push(['x-request-id', exchange.id]);
  head.push(['cache-control', response.headers.get('cache-control') ?? 'no-store']);
  const contentType = contentTypeOf(response);
  if (contentType !== undefined) head.push(['content-type', contentType]);
  for (const name of ['content-encoding', 'vary']) {
    const value = response.headers.get(name);
    if (value !== null) head.push([name, value]);
  }
  for (const cookie of response.headers.getSetCookie()) head.push(['set-cookie', cookie]);
  return head;
}

function addVary(head: Header[], name: string): void {
  const at = head.findIndex(([header]) => header === 'vary');
  if (at === -1) head.push(['vary', name]);
  else head[at] = ['vary', `${head[at]?.[1] ?? ''}, ${name}`];
}

/** The coding to send in; undefined where the answer is sent as it is, whatever the client takes. */
function encodingFor(exchange: Exchange, response: Response, collected: Collected): Encoding | undefined {
  if (response.headers.has('content-encoding')) return undefined;
  if (!isCompressible(response.headers.get('content-type') ?? '')) return undefined;
  if (collected.kind === 'whole' && collected.body.length < smallestToCompress) return undefined;
  return chooseEncoding(exchange.req.headers['accept-encoding']?.toString());
}

async function stream(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  exchange: Exchange,
): Promise<void> {
  const { res } = exchange;
  const source = Readable.from(chunks);
  switch (encoding) {
    case 'br':
      return pipeline(source, createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), res);
    case 'gzip':
      return pipeline(source, createGzip({ level: 5 }), res);
    case 'identity':
      return pipeline(source, res);
  }
}
