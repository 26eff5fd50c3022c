import type { Exchange } from './exchange.ts';
import { pathForLog } from './personal-path.ts';
import type { Platform } from './platform.ts';

const slowMilliseconds = 1000;

/** Counts an answer, and logs it where it is a refusal or slow: ids and codes, nothing about who asked. */
export function noteAnswer(
  { log, metrics }: Platform,
  exchange: Exchange,
  route: string,
  status: number,
): void {
  const milliseconds = performance.now() - exchange.started;
  metrics.durations.observe(route, status, milliseconds / 1000);
  const isSlow = milliseconds >= slowMilliseconds;
  if (status < 400 && !isSlow && !log.isLevelEnabled('debug')) return;

  const { req, id } = exchange;
  // The query stays out of the log: it holds what people search for.
  const path = pathForLog(req.url?.split('?', 1)[0] ?? '').slice(0, 200);
  const line = { requestId: id, method: req.method, path, status, ms: Math.round(milliseconds) };
  // What failed unexpectedly was logged where it happened, with its cause.
  if (status >= 400 && status < 500) log.info(line, 'refused');
  else if (status === 503) log.warn(line, 'unavailable');
  else if (isSlow) log.info(line, 'slow');
  else log.debug(line, 'answered');
}
