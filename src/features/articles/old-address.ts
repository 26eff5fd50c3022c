/** What of the record an old address can lead to, and where its page begins. */
const pages = {
  article: '/news/',
  event: '/events/',
  experience: '/experiences/',
  publication: '/publications#',
  municipality: '/municipalities/',
  contract: '/contracts/',
  organisation: '/members/',
} as const;

export type TargetKind = keyof typeof pages;

export interface Target {
  kind: TargetKind;
  key: string;
}

/** Where something of the record is read, without the language. */
export function pathOfTarget({ kind, key }: Target): string {
  return `${pages[kind]}${key}`;
}

const kinds = [
  'article',
  'event',
  'experience',
  'publication',
  'municipality',
  'contract',
  'organisation',
] as const;
const keyPattern = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

/** What an address of this site is about: '/sq/news/rruga', or with the site before it. */
export function targetOf(address: string, publicUrl: string): Target | undefined {
  const path = (address.startsWith(`${publicUrl}/`) ? address.slice(publicUrl.length) : address)
    .trim()
    .replace(/^\/(sq|en)(?=\/)/, '')
    .replace(/[/]$/, '');
  for (const kind of kinds) {
    const key = path.startsWith(pages[kind]) ? path.slice(pages[kind].length) : '';
    if (key.length <= 200 && keyPattern.test(key)) return { kind, key };
  }
  return undefined;
}

const longest = 500;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // What is not percent-encoded well is taken as it is written.
    return text;
  }
}

/** A path as old addresses are kept: decoded, in lower case, one way of writing each letter, no slash at its end. */
export function oldPath(path: string): string {
  const plain = decoded(path)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\/+/g, '/')
    .replace(/(?<=.)\/$/, '');
  return (plain.startsWith('/') ? plain : `/${plain}`).slice(0, longest);
}

/** What tells one page from another where the path does not: WordPress's number of a post. */
const telling = ['p', 'page_id', 'attachment_id', 'post_type', 'cat'];

function queryOf(query: string): string {
  const parameters = [...new URLSearchParams(query)].filter(([name]) => telling.includes(name));
  const kept = parameters.toSorted(([a], [b]) => a.localeCompare(b));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString().toLowerCase()}`;
}

/** The host as old addresses are kept: in lower case, without port and 'www.'. */
export function oldHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
    .slice(0, 253);
}

/** The ways in which an address may be kept, the one that says most first: with what its query tells, then without. */
export function keptAs(path: string, query: string): string[] {
  const plain = oldPath(path);
  const told = queryOf(query);
  const withQuery = `${plain}${told}`.slice(0, longest);
  return told === '' ? [plain] : plain === '/' ? [withQuery] : [withQuery, plain];
}

/** An address as someone writes or copies it, split as it is kept; undefined where it names no page. */
export function readOldAddress(address: string): { host: string; path: string } | undefined {
  const [, host = '', rest = ''] = /^(?:https?:\/\/([^/?#\s]+))?(\S*)$/i.exec(address.trim()) ?? [];
  const [before = ''] = rest.split('#');
  const [path = '', query = ''] = before.split('?');
  if (rest !== '' && !rest.startsWith('/') && !rest.startsWith('?')) return undefined;
  const [kept = '/'] = keptAs(path === '' ? '/' : path, query);
  return kept === '/' ? undefined : { host: oldHost(host), path: kept };
}
