import { createHash, timingSafeEqual } from 'node:crypto';
import type { Exchange } from './exchange.ts';
import type { Platform } from './platform.ts';
import type { Header } from './security-headers.ts';

/** Why the process cannot serve now; empty where it can. */
export type ReadinessCheck = () => Promise<readonly string[]>;

/** What the endpoints for operators and their tools need. */
export interface ServiceEndpoints {
  checkReadiness: ReadinessCheck;
  metricsToken: string | undefined;
  /** Whether visitors reach this process at this machine alone, so that a loopback connection is the operator's. */
  isLocalInstallation: boolean;
}

const servicePaths = new Set(['/health/live', '/health/ready', '/metrics']);

export function isServicePath(path: string): boolean {
  return servicePaths.has(path);
}

/** Answers /health/live, /health/ready and /metrics. */
export async function answerService(platform: Platform, exchange: Exchange, path: string): Promise<number> {
  const { metrics, security, services } = platform;
  if (path === '/health/live') return send(200, { status: 'ok' });
  if (path === '/health/ready') {
    const reasons = await services.checkReadiness();
    return reasons.length === 0 ? send(200, { status: 'ok' }) : send(503, { status: 'unavailable', reasons });
  }
  // 404 rather than 401: whoever may not read it need not know of it.
  if (!mayReadMetrics(services, exchange)) return send(404, { status: 'not-found' });
  return sendText(200, metrics.contentType, await metrics.toText());

  function send(status: number, body: object): number {
    return sendText(status, 'application/json', JSON.stringify(body));
  }

  function sendText(status: number, contentType: string, body: string): number {
    const { res, id } = exchange;
    const head: Header[] = [
      ['content-type', contentType],
      ['content-length', String(Buffer.byteLength(body))],
      ['cache-control', 'no-store'],
      ['x-request-id', id],
      ...security,
    ];
    res.writeHead(status, head.flat());
    res.end(body);
    return status;
  }
}

function mayReadMetrics(services: ServiceEndpoints, exchange: Exchange): boolean {
  const { headers } = exchange.req;
  const { metricsToken } = services;
  if (metricsToken !== undefined) {
    return isSameSecret(headers.authorization ?? '', `Bearer ${metricsToken}`);
  }
  // A proxy on this machine connects from loopback too, on behalf of anyone; some do not say that they are one.
  const isForwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return services.isLocalInstallation && exchange.isFromLoopback && !isForwarded;
}

/** Compares in a time that tells nothing about where the texts differ. */
function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
