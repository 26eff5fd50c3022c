import { constants, brotliCompress, gzip } from 'node:zlib';
import { promisify } from 'node:util';

/** Content codings that an answer can be sent in, `identity` being none. */
export type Encoding = 'br' | 'gzip' | 'identity';

const known = new Map<string, Encoding>();
// Browsers send a handful of different headers; the bound is against those made up.
const knownLimit = 200;

/** The coding for a client's Accept-Encoding (RFC 9110, 12.5.3): brotli before gzip unless the client weighs otherwise. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  let encoding = known.get(acceptEncoding);
  if (encoding === undefined) {
    encoding = negotiate(acceptEncoding);
    if (known.size >= knownLimit) known.clear();
    known.set(acceptEncoding, encoding);
  }
  return encoding;
}

function negotiate(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.slice(0, 500).toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    weights.set(coding.trim(), weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const br = weightOf('br');
  const gz = weightOf('gzip');
  if (br === 0 && gz === 0) return 'identity';
  return br >= gz ? 'br' : 'gzip';
}

/** Text, which compresses; images and archives already are. */
export function isCompressible(contentType: string): boolean {
  return /^text\/|[/+](json|xml|javascript)\b|^image\/svg/i.test(contentType);
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Compresses off the main thread. Brotli at 5 takes about as long as gzip at 6 and gives smaller pages. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case 'gzip':
      return gzipped(body, { level: 6 });
    case 'identity':
      return body;
  }
}
