import type { StoredAnswer } from '../cache/stored-answer.ts';
import { collectBody, type Collected } from './collect.ts';
import type { Exchange } from './exchange.ts';
import { answerFault, isKindPage } from './fault-answer.ts';
import { faultOfStatus } from './faults.ts';
import { languageOfRequest } from './language-cookie.ts';
import type { Platform } from './platform.ts';
import { readBody, type ReadBody } from './read-body.ts';
import { sendMoved } from './send-moved.ts';
import { sendSingle } from './send-single.ts';
import { prepareVariant, readyVariant, sendVariant } from './send-stored.ts';
import { personalRequest } from './site-request.ts';
import { Spool } from './spool.ts';
import type { ProperTarget } from './target.ts';

/** Answers a public page: from the cache where it is current, else drawn by the site. */
export async function answerPage(
  platform: Platform,
  exchange: Exchange,
  target: ProperTarget,
): Promise<number> {
  const { cache, gate, renderer, metrics } = platform;
  const { cacheCounts } = metrics;
  const version = await gate.current();
  const stored = cache.find(target.key);
  if (version === undefined) {
    if (stored !== undefined) return sendStale(platform, exchange, stored);
    return answerFault(platform, exchange, target.path, {
      code: 'unavailable',
      headers: { 'retry-after': '30' },
    });
  }
  if (stored?.version === version) {
    cacheCounts.hit += 1;
    return sendStored(platform, exchange, stored, false);
  }
  const language = languageOfRequest(target.path, exchange.req.headers);
  const rendering = await renderer.render(target, version, exchange, language);
  if (rendering.kind === 'stored') {
    cacheCounts.miss += 1;
    return sendStored(platform, exchange, rendering.answer, false);
  }
  // The database went away while the page was drawn.
  if (rendering.response.status === 503 && stored !== undefined) {
    return sendStale(platform, exchange, stored);
  }
  cacheCounts.bypass += 1;
  return sendOwn(platform, exchange, target.path, rendering.response, rendering.collected);
}

/** Answers what is one asker's own: forms, and the pages of people who are signed in. */
export async function answerPersonal(
  platform: Platform,
  exchange: Exchange,
  target: ProperTarget,
): Promise<number> {
  const { metrics, largeForms } = platform;
  metrics.cacheCounts.bypass += 1;
  if (exchange.isReading) return answerSender(platform, exchange, target, undefined);
  const reading = await readBody(exchange, target.path, largeForms);
  if (reading.kind === 'refused') {
    // What has not been read is not read for the sake of a next request either.
    exchange.res.shouldKeepAlive = false;
    return answerFault(platform, exchange, target.path, { code: reading.code });
  }
  const { body } = reading;
  const { bytes } = body;
  if (!(bytes instanceof Spool)) return answerSender(platform, exchange, target, body);
  try {
    return await largeForms.turns.during(() => answerSender(platform, exchange, target, body));
  } finally {
    await bytes.close();
  }
}

async function answerSender(
  platform: Platform,
  exchange: Exchange,
  target: ProperTarget,
  body: ReadBody | undefined,
): Promise<number> {
  const { cache, publicUrl, site } = platform;
  const request = personalRequest(publicUrl + target.key, exchange, body);
  const response = await site.respond(request, exchange.address);
  const collected = await collectBody(response, cache.largestAnswer);
  return sendOwn(platform, exchange, target.path, response, collected);
}

function sendStale(platform: Platform, exchange: Exchange, stored: StoredAnswer): Promise<number> {
  platform.metrics.cacheCounts.stale += 1;
  return sendStored(platform, exchange, stored, true);
}

async function sendStored(
  { isSecure }: Platform,
  exchange: Exchange,
  stored: StoredAnswer,
  isStale: boolean,
): Promise<number> {
  const variant = readyVariant(exchange, stored) ?? (await prepareVariant(exchange, stored));
  return sendVariant(exchange, stored, variant, { isSecure, isStale });
}

/** Sends an answer of the site; its bare words about a fault become a page. */
async function sendOwn(
  platform: Platform,
  exchange: Exchange,
  path: string,
  response: Response,
  collected: Collected,
): Promise<number> {
  if (response.status === 404 && exchange.isReading) {
    const moved = await sendMoved(platform, exchange);
    if (moved !== undefined) return moved;
  }
  const type = response.headers.get('content-type') ?? '';
  // Kit says nothing at all where it refuses an address of its own, such as a page's __data.json.
  const isBare = (type === '' || /^text\/(plain|html)/.test(type)) && !isKindPage(response, collected);
  if (response.status < 400 || !isBare || !asksForPage(exchange)) {
    return sendSingle(exchange, response, collected, platform.security);
  }
  const allow = response.headers.get('allow');
  return answerFault(platform, exchange, path, {
    ...faultOfStatus(response.status),
    headers: allow === null ? {} : { allow },
  });
}

function asksForPage(exchange: Exchange): boolean {
  const { accept } = exchange.req.headers;
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*');
}
