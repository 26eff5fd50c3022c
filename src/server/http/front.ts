import type { IncomingMessage, ServerResponse } from 'node:http';
import { routeClass } from '../metrics/route-class.ts';
import { answer } from './answer.ts';
import { Exchange } from './exchange.ts';
import { answerFault } from './fault-answer.ts';
import { hasSession } from './language-cookie.ts';
import type { Platform } from './platform.ts';
import { noteAnswer } from './request-log.ts';
import { readyVariant, sendVariant } from './send-stored.ts';

/**
 * The front server's work on one request. A page that is in the cache and current is sent here, without a promise of
 * its own or a look at the address: this is the way of nearly all requests. The rest goes through `answer`.
 */
export function createFront(platform: Platform) {
  const { cache, gate, log, metrics, isSecure } = platform;
  const fresh = { isSecure, isStale: false };

  return function serve(req: IncomingMessage, res: ServerResponse): void {
    const exchange = new Exchange(req, res);
    const stored = exchange.isReading && !hasSession(req) ? cache.find(req.url ?? '/') : undefined;
    const variant = stored && readyVariant(exchange, stored);
    if (stored === undefined || variant === undefined) return serveSlowly(exchange);
    gate.ask((version) => {
      if (version !== stored.version) return serveSlowly(exchange);
      metrics.cacheCounts.hit += 1;
      const status = sendVariant(exchange, stored, variant, fresh);
      noteAnswer(platform, exchange, stored.route, status);
    });
  };

  function serveSlowly(exchange: Exchange): void {
    const { req, res } = exchange;
    answer(platform, exchange)
      .then((answered) => {
        // Files are sent by Kit's handler, which decides on their status.
        const status = res.headersSent ? res.statusCode : answered;
        noteAnswer(platform, exchange, routeClass(req.url ?? '/', status), status);
      })
      .catch((error: unknown) => fail(exchange, error))
      .catch(() => res.destroy());
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
    noteAnswer(platform, exchange, 'other', status);
  }
}
