import { joinTarget, keepKnown, normaliseQuery } from '../cache/key.ts';
import type { ErrorCode } from '../errors.ts';

/** Longest request target that we read; browsers and proxies manage as much, and no page of ours needs it. */
export const longestTarget = 2048;
const mostParameters = 50;

export type Target =
  | { kind: 'target'; path: string; query: string; key: string }
  /** The same page under its proper address: doubled slashes and dot segments are resolved. */
  | { kind: 'moved'; to: string }
  | { kind: 'fault'; code: ErrorCode };

export type ProperTarget = Extract<Target, { kind: 'target' }>;

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controlInPath = /[\u0000-\u001f\u007f]/;
// Forms may send line ends and tabs in a field; PostgreSQL refuses NUL, and the others have no business in text.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controlInQuery = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const plainTarget = /^\/[A-Za-z0-9/_-]*$/;
const dotSegment = /(^|\/)(\.|%2e){1,2}(\/|$)/i;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Reads a request target as it came over the wire (RFC 9112, 3.2): what cannot be a page of ours never reaches one. */
export function readTarget(raw: string): Target {
  if (raw.length > longestTarget) return { kind: 'fault', code: 'uri-too-long' };
  const target = withoutOrigin(raw);
  // Browsers keep what follows # to themselves; here it would be one more address of the same page.
  if (!target.startsWith('/') || target.includes('#')) return { kind: 'fault', code: 'bad-request' };
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? '' : target.slice(mark + 1);

  const pathFault = path.includes('//') || dotSegment.test(path) || path.includes('\\');
  if (!plainTarget.test(path)) {
    const decoded = decode(path);
    if (decoded === undefined || controlInPath.test(decoded)) return { kind: 'fault', code: 'bad-request' };
  }
  if (!isReadableQuery(query)) return { kind: 'fault', code: 'bad-request' };
  if (pathFault) return { kind: 'moved', to: joinTarget(resolvePath(path), query) };

  const normalised = normaliseQuery(query);
  return { kind: 'target', path, query: normalised, key: joinTarget(path, normalised) };
}

/** The same page without the parameters that it does not look at; undefined: it may look at any. */
export function withKnown(target: ProperTarget, known: ReadonlySet<string> | undefined): ProperTarget {
  if (known === undefined || target.query === '') return target;
  const query = keepKnown(target.query, known);
  return { ...target, query, key: joinTarget(target.path, query) };
}

/** Proxies may send the whole address (absolute-form); which site it names does not matter to us. */
function withoutOrigin(raw: string): string {
  const origin = /^https?:\/\/[^/?#]*/i.exec(raw)?.[0];
  if (origin === undefined) return raw;
  const rest = raw.slice(origin.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function isReadableQuery(query: string): boolean {
  if (query === '') return true;
  if (query.split('&', mostParameters + 1).length > mostParameters) return false;
  const decoded = decode(query.replaceAll('+', ' '));
  return decoded !== undefined && !controlInQuery.test(decoded);
}

function resolvePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    const plain = segment.replaceAll(/%2e/gi, '.');
    if (plain === '..') segments.pop();
    else if (plain !== '' && plain !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}
