import { chooseEncoding } from '../cache/encoding.ts';
import { matchesEtag } from '../cache/etag.ts';
import type { StoredAnswer, Variant } from '../cache/stored-answer.ts';
import type { Exchange } from './exchange.ts';
import { rememberLanguage } from './language-cookie.ts';
import { writePreparedHead } from './prepared-head.ts';

export interface StoredOptions {
  /** Behind https, so that cookies may ask for it. */
  isSecure: boolean;
  /** Older than the record, shown because the database does not answer. */
  isStale: boolean;
}

/** The encoding of a stored answer that the client takes, if it is ready to send. */
export function readyVariant(exchange: Exchange, answer: StoredAnswer): Variant | undefined {
  return answer.ready(encodingFor(exchange));
}

/** Prepares that encoding: the first who asks for it waits for it. */
export function prepareVariant(exchange: Exchange, answer: StoredAnswer): Promise<Variant> {
  return answer.prepare(encodingFor(exchange));
}

function encodingFor(exchange: Exchange) {
  return chooseEncoding(exchange.req.headers['accept-encoding']?.toString());
}

/** Sends an answer of the cache. Everything but what is the request's own was computed when it was stored. */
export function sendVariant(
  exchange: Exchange,
  answer: StoredAnswer,
  variant: Variant,
  { isSecure, isStale }: StoredOptions,
): number {
  const { req, res } = exchange;
  const unchanged = matchesEtag(req.headers['if-none-match'], variant.etag);
  const own = ['x-request-id', exchange.id];
  if (!unchanged) own.push('content-length', variant.length);
  if (answer.pageLanguage !== undefined) {
    const cookie = rememberLanguage(answer.pageLanguage, req.headers.cookie, isSecure);
    if (cookie !== undefined) own.push('set-cookie', cookie);
  }
  if (isStale) {
    const seconds = Math.max(0, Math.round((Date.now() - answer.storedAt) / 1000));
    own.push('age', String(seconds), 'warning', '110 - "Response is Stale"');
  }
  const status = unchanged ? 304 : 200;
  writePreparedHead(res, status, own, unchanged ? variant.unchangedHead : variant.head);
  // Node leaves the body out where there is none: in a 304 and after HEAD.
  res.end(variant.body);
  return status;
}
