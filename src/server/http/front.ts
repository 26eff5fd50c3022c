import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredAnswer } from '../cache/stored-answer.ts';
import type { ErrorCode } from '../errors.ts';
import { routeClass } from '../metrics/route-class.ts';
import { collectBody } from './collect.ts';
import { Exchange } from './exchange.ts';
import { answerFault, isKindPage } from './fault-answer.ts';
import { faultOfStatus } from './faults.ts';
import { languageOfRequest, readCookie, sessionCookie } from './language-cookie.ts';
import type { Platform } from './platform.ts';
import { readBody } from './read-body.ts';
import { Renderer } from './renderer.ts';
import type { Header } from './security-headers.ts';
import { sendSingle } from './send-single.ts';
import { prepareVariant, readyVariant, sendVariant } from './send-stored.ts';
import { answerService, isServicePath } from './service-endpoints.ts';
import type { ServiceEndpoints } from './service-endpoints.ts';
import { personalRequest } from './site-request.ts';
import { readTarget, type Target } from './target.ts';

type ProperTarget = Extract<Target, { kind: 'target' }>;

const allowedMethods = 'GET, HEAD, POST, OPTIONS';
const slowMilliseconds = 1000;

/**
 * The front server's work on one request: what is broken is refused, what is in the cache and current is sent from
 * it, and the rest is rendered by the site behind.
 */
export function createFront(platform: Platform, services: ServiceEndpoints) {
  const { cache, gate, log, metrics, security, site } = platform;
  const secure = platform.publicUrl.startsWith('https:');
  const { cacheCounts, durations } = metrics;
  const renderer = new Renderer(platform);

  return function serve(req: IncomingMessage, res: ServerResponse): void {
    const exchange = new Exchange(req, res);
    const stored = exchange.isReading && !hasSession(req) ? cache.find(req.url ?? '/') : undefined;
    const variant = stored && readyVariant(exchange, stored);
    if (stored === undefined || variant === undefined) return complete(exchange, answer(exchange));
    gate.ask((version) => {
      if (version !== stored.version) return complete(exchange, answer(exchange));
      cacheCounts.hit += 1;
      const status = sendVariant(exchange, stored, variant, { secure, stale: false });
      finish(exchange, stored.route, status);
    });
  };

  function complete(exchange: Exchange, answering: Promise<number>): void {
    answering.then(
      (answered) => {
        const { req, res } = exchange;
        // Files are sent by Kit's handler: their status is the answer's.
        const status = res.headersSent ? res.statusCode : answered;
        finish(exchange, routeClass(req.url ?? '/', status), status);
      },
      (error: unknown) => fail(exchange, error),
    );
  }

  async function answer(exchange: Exchange): Promise<number> {
    const { req, res } = exchange;
    const raw = req.url ?? '/';
    if (req.httpVersion === '1.1' && req.headers.host === undefined) return refuse('bad-request');
    const target = readTarget(raw);
    if (target.kind === 'fault') return refuse(target.code);
    if (req.method === 'OPTIONS') return sendHead(exchange, 204, [['allow', allowedMethods]]);
    if (!exchange.isReading && req.method !== 'POST') return refuseMethod(raw);
    if (target.kind === 'moved') {
      if (!exchange.isReading) return refuse('bad-request');
      return sendHead(exchange, 308, [
        ['location', target.to],
        ['content-length', '0'],
      ]);
    }
    if (isServicePath(target.path)) return answerService(services, exchange, target.path, security);
    if (site.hasFile(target.path)) {
      if (!exchange.isReading) return refuseMethod(target.path);
      for (const [name, value] of security) res.setHeader(name, value);
      res.setHeader('x-request-id', exchange.id);
      // The handler says otherwise of files whose name holds their hash.
      res.setHeader('cache-control', 'public, max-age=0, must-revalidate');
      req.url = target.path;
      site.serveFile(req, res);
      return 200;
    }
    if (!exchange.isReading || hasSession(req)) return answerPersonal(exchange, target);
    return answerPage(exchange, target);

    function refuse(code: ErrorCode): Promise<number> {
      return answerFault(platform, exchange, raw, { code });
    }
    function refuseMethod(path: string): Promise<number> {
      return answerFault(platform, exchange, path, {
        code: 'method-not-allowed',
        headers: { allow: site.hasFile(path) ? 'GET, HEAD' : allowedMethods },
      });
    }
  }

  async function answerPage(exchange: Exchange, target: ProperTarget): Promise<number> {
    const version = await gate.current();
    const stored = cache.find(target.key);
    if (version === undefined) {
      if (stored === undefined) return answerFault(platform, exchange, target.path, unavailable);
      cacheCounts.stale += 1;
      return sendStored(exchange, stored, true);
    }
    if (stored?.version === version) {
      cacheCounts.hit += 1;
      return sendStored(exchange, stored, false);
    }
    const language = languageOfRequest(target.path, exchange.req.headers);
    const rendering = await renderer.render(target, version, exchange, language);
    if (rendering.kind === 'stored') {
      cacheCounts.miss += 1;
      return sendStored(exchange, rendering.answer, false);
    }
    // The database went away while the page was drawn.
    if (rendering.response.status === 503 && stored !== undefined) {
      cacheCounts.stale += 1;
      return sendStored(exchange, stored, true);
    }
    cacheCounts.bypass += 1;
    return sendOwn(exchange, target.path, rendering.response, rendering.collected);
  }

  async function sendStored(exchange: Exchange, stored: StoredAnswer, stale: boolean): Promise<number> {
    const variant = readyVariant(exchange, stored) ?? (await prepareVariant(exchange, stored));
    return sendVariant(exchange, stored, variant, { secure, stale });
  }

  async function answerPersonal(exchange: Exchange, target: ProperTarget): Promise<number> {
    cacheCounts.bypass += 1;
    const body = exchange.isReading ? undefined : await readBody(exchange.req);
    if (!exchange.isReading && body === undefined) {
      return answerFault(platform, exchange, target.path, {
        code: 'bad-request',
        status: 413,
        headers: { connection: 'close' },
      });
    }
    const request = personalRequest(platform.publicUrl + target.key, exchange, body);
    const response = await site.respond(request, exchange.address);
    return sendOwn(exchange, target.path, response, await collectBody(response, cache.largestAnswer));
  }

  /** Sends an answer of the site; its bare words about a fault become a page. */
  async function sendOwn(
    exchange: Exchange,
    path: string,
    response: Response,
    collected: Awaited<ReturnType<typeof collectBody>>,
  ): Promise<number> {
    const type = response.headers.get('content-type') ?? '';
    const isBare = /^text\/(plain|html)/.test(type) && !isKindPage(response, collected);
    if (response.status < 400 || !isBare || !asksForPage(exchange)) {
      return sendSingle(exchange, response, collected, security);
    }
    const allow = response.headers.get('allow');
    return answerFault(platform, exchange, path, {
      ...faultOfStatus(response.status),
      headers: allow === null ? {} : { allow },
    });
  }

  function sendHead(exchange: Exchange, status: number, own: readonly Header[]): Promise<number> {
    const head: Header[] = [
      ...own,
      ['x-request-id', exchange.id],
      ['cache-control', 'no-store'],
      ...security,
    ];
    exchange.res.writeHead(status, head.flat());
    exchange.res.end();
    return Promise.resolve(status);
  }

  function finish(exchange: Exchange, route: string, status: number): void {
    const { req, id } = exchange;
    const milliseconds = performance.now() - exchange.started;
    durations.observe(route, status, milliseconds / 1000);
    const slow = milliseconds >= slowMilliseconds;
    if (status < 400 && !slow && !log.isLevelEnabled('debug')) return;
    // The query stays out of the log: it holds what people search for.
    const path = req.url?.split('?', 1)[0]?.slice(0, 200);
    const line = { requestId: id, method: req.method, path, status, ms: Math.round(milliseconds) };
    // What failed unexpectedly was logged where it happened, with its cause.
    if (status >= 400 && status < 500) log.info(line, 'refused');
    else if (status === 503) log.warn(line, 'unavailable');
    else if (slow) log.info(line, 'slow');
    else log.debug(line, 'answered');
  }

  async function fail(exchange: Exchange, error: unknown): Promise<void> {
    const { req, res } = exchange;
    // The client left before its answer was complete.
    if (res.destroyed || req.destroyed) return;
    log.error({ requestId: exchange.id, err: error }, 'unexpected fault');
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const status = await answerFault(platform, exchange, req.url ?? '/', { code: 'internal' });
    finish(exchange, 'other', status);
  }
}

const unavailable = { code: 'unavailable', headers: { 'retry-after': '30' } } as const;

function hasSession(req: IncomingMessage): boolean {
  return readCookie(req.headers.cookie, sessionCookie) !== undefined;
}

function asksForPage(exchange: Exchange): boolean {
  const { accept } = exchange.req.headers;
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*');
}
