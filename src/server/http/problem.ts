import { httpStatus, type ErrorCode } from '../errors.ts';

export interface Problem {
  /** A code of ours as a URI reference; `about:blank` would say no more than the status does. */
  type: string;
  title: string;
  status: number;
  /** The fault's code, for programs. */
  code: ErrorCode;
  /** Stands in the log beside the fault. */
  requestId: string;
  detail?: string;
  [member: string]: unknown;
}

export const problemMediaType = 'application/problem+json';

/** Problem details for programs (RFC 9457). Text for people is on the pages; here the code says what happened. */
export function describeProblem(
  code: ErrorCode,
  requestId: string,
  more: { status?: number; detail?: string; [member: string]: unknown } = {},
): Problem {
  const { status = httpStatus[code], ...members } = more;
  return {
    type: `urn:pop:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    code,
    requestId,
    ...members,
  };
}

/** The problem as an answer. */
export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': problemMediaType, 'cache-control': 'no-store' },
  });
}
