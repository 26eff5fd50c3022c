import { languageOfRequest } from './language-cookie.ts';
import { httpStatus, type ErrorCode } from '../errors.ts';
import { collectBody, type Collected } from './collect.ts';
import type { Exchange } from './exchange.ts';
import { plainFaultPage, plainPagePolicy } from './plain-fault-page.ts';
import type { Platform } from './platform.ts';
import { describeProblem, problemResponse } from './problem.ts';
import { sendSingle } from './send-single.ts';
import { faultRequest } from './site-request.ts';

/** First bytes of src/error.html, the page that Kit falls back on when its own error page fails. */
const fallbackMark = '<!-- pop:fallback -->';

const longestErrorPage = 1024 * 1024;

export interface FaultAnswer {
  code: ErrorCode;
  /** Where it is more exact than the code's own (415 is a 'bad-request'). */
  status?: number;
  headers?: Record<string, string>;
}

/** Answers with a fault in the form that the asker reads: problem+json for programs, a page for people. */
export async function answerFault(
  platform: Platform,
  exchange: Exchange,
  path: string,
  fault: FaultAnswer,
): Promise<number> {
  const status = fault.status ?? httpStatus[fault.code];
  const response = path.startsWith('/api/')
    ? problemResponse(describeProblem(fault.code, exchange.id, { status }))
    : ((await sitePage(platform, exchange, path, { code: fault.code, status })) ??
      plainPage(exchange, path, fault.code, status));
  for (const [name, value] of Object.entries(fault.headers ?? {})) response.headers.set(name, value);
  return sendSingle(exchange, response, await collectBody(response, longestErrorPage), platform.security);
}

/** The site's own error page; undefined where the site cannot give one. */
async function sitePage(
  platform: Platform,
  exchange: Exchange,
  path: string,
  fault: { code: ErrorCode; status: number },
): Promise<Response | undefined> {
  // Without the database the site's header and footer cannot be drawn: not worth the wait.
  if (fault.code === 'unavailable') return undefined;
  const { site, publicUrl, log } = platform;
  const language = languageOfRequest(path, exchange.req.headers);
  try {
    const response = await site.respond(faultRequest(publicUrl, fault, exchange, language), exchange.address);
    const collected = await collectBody(response, longestErrorPage);
    if (response.status !== fault.status || !isKindPage(response, collected)) return undefined;
    return collected.kind === 'whole' ? new Response(new Uint8Array(collected.body), response) : undefined;
  } catch (err) {
    log.error({ requestId: exchange.id, err }, 'no error page');
    return undefined;
  }
}

/** Whether an answer is a page of the site's own, with its header, footer and a text for people. */
export function isKindPage(response: Response, collected: Collected): boolean {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return false;
  return collected.kind === 'long' || !collected.body.subarray(0, 64).includes(fallbackMark);
}

function plainPage(exchange: Exchange, path: string, code: ErrorCode, status: number): Response {
  const language = languageOfRequest(path, exchange.req.headers);
  return new Response(plainFaultPage(code, exchange.id, language), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': plainPagePolicy,
    },
  });
}
