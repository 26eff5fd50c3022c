import { answerPage, answerPersonal } from './answer-page.ts';
import type { Exchange } from './exchange.ts';
import { answerFault } from './fault-answer.ts';
import { hasSession } from './language-cookie.ts';
import { isPersonalPath } from './personal-path.ts';
import type { Platform } from './platform.ts';
import type { Header } from './security-headers.ts';
import { sendMoved } from './send-moved.ts';
import { answerService, isServicePath } from './service-endpoints.ts';
import { readTarget, withKnown } from './target.ts';

const allowedMethods = 'GET, HEAD, POST, OPTIONS';

/** Answers any request: refuses what is broken, and hands the rest to who answers its kind. */
export async function answer(platform: Platform, exchange: Exchange): Promise<number> {
  const { req, isReading } = exchange;
  const raw = req.url ?? '/';
  const isBroken = req.httpVersion === '1.1' && req.headers.host === undefined;
  const target = isBroken ? ({ kind: 'fault', code: 'bad-request' } as const) : readTarget(raw);
  if (target.kind === 'fault') return answerFault(platform, exchange, raw, { code: target.code });
  if (req.method === 'OPTIONS') return sendHead(platform, exchange, 204, [['allow', allowedMethods]]);
  if (!isReading && req.method !== 'POST') return refuseMethod(platform, exchange, raw, allowedMethods);
  if (target.kind === 'moved') {
    if (!isReading) return answerFault(platform, exchange, raw, { code: 'bad-request' });
    return sendHead(platform, exchange, 308, [
      ['location', target.to],
      ['content-length', '0'],
    ]);
  }
  const { path } = target;
  const isService = isServicePath(path);
  if (isService || platform.site.hasFile(path)) {
    if (!isReading) return refuseMethod(platform, exchange, path, 'GET, HEAD');
    return isService ? answerService(platform, exchange, path) : sendFile(platform, exchange, path);
  }
  // The front page answers every address like it but that of a post by its number.
  if (isReading && path === '/' && target.query !== '') {
    const moved = await sendMoved(platform, exchange);
    if (moved !== undefined) return moved;
  }
  if (!isReading || hasSession(req) || isPersonalPath(path))
    return answerPersonal(platform, exchange, target);
  return answerPage(platform, exchange, withKnown(target, platform.parametersOf(path)));
}

function refuseMethod(platform: Platform, exchange: Exchange, path: string, allow: string): Promise<number> {
  return answerFault(platform, exchange, path, { code: 'method-not-allowed', headers: { allow } });
}

function sendFile({ site, security }: Platform, { req, res, id }: Exchange, path: string): number {
  for (const [name, value] of security) res.setHeader(name, value);
  res.setHeader('x-request-id', id);
  // Kit's handler says otherwise of files whose name holds their hash.
  res.setHeader('cache-control', 'public, max-age=0, must-revalidate');
  req.url = path;
  site.serveFile(req, res);
  return 200;
}

function sendHead(
  { security }: Platform,
  { res, id }: Exchange,
  status: number,
  own: readonly Header[],
): number {
  const common: Header[] = [
    ['x-request-id', id],
    ['cache-control', 'no-store'],
  ];
  res.writeHead(status, [...own, ...common, ...security].flat());
  res.end();
  return status;
}
