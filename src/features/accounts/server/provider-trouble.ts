import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { ProviderFault } from '../provider-fault.ts';

const away = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
const busy = new Set(['server_error', 'temporarily_unavailable']);

/** What of a way in at the provider went wrong, for a person; undefined where it is not the provider's doing. */
export function faultOf(error: unknown): ProviderFault | undefined {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'declined';
    return busy.has(error.error) ? 'away' : 'failed';
  }
  if (error instanceof ResponseBodyError) return error.status >= 500 ? 'away' : 'failed';
  if (error instanceof ClientError) return away.has(error.code ?? '') ? 'away' : 'failed';
  // What fetch throws where nobody answers.
  return error instanceof TypeError && error.message === 'fetch failed' ? 'away' : undefined;
}

/** The code of such an error for the log: its message may hold what a person sent. */
export function codeOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return error.error;
  if (error instanceof ClientError) return error.code ?? error.name;
  return error instanceof Error ? error.name : 'unknown';
}
