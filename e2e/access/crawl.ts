import type { Person } from './people.ts';

/** As a person: `GET` with their cookie, redirects told and not followed. */
export function ask(url: string, path: string, person: Person, form?: URLSearchParams): Promise<Response> {
  return fetch(`${url}${path}`, {
    redirect: 'manual',
    headers: { accept: 'text/html', origin: url, ...(person.cookie ? { cookie: person.cookie } : {}) },
    ...(form ? { method: 'POST', body: form } : {}),
  });
}

/** Of the routes, the one that an address belongs to: what is written out goes before what is a place for anything. */
export function createMatcher(routes: readonly string[]): (path: string) => string | undefined {
  const rules = routes
    .toSorted((a, b) => placesIn(a) - placesIn(b))
    .map((route) => ({ route, pattern: patternOf(route) }));
  return (path) => rules.find(({ pattern }) => pattern.test(path))?.route;
}

function placesIn(route: string): number {
  return (route.match(/\[/g) ?? []).length + (route.includes('[...') ? 10 : 0);
}

function patternOf(route: string): RegExp {
  const pattern = route
    .split('/')
    .map((part) =>
      part
        .replaceAll(/[.?]/g, String.raw`\$&`)
        .replaceAll(String.raw`[\.\.\.path]`, '.+')
        .replaceAll('[lang]', '(?:sq|en)')
        .replaceAll(/\[[a-z0-9]+\]/g, '[^/]+'),
    )
    .join('/');
  return new RegExp(`^${pattern}$`);
}

/** Pages of one route that are read for their links: more of them would lead to the same routes. */
const readOfARoute = 3;

/**
 * Follows links as a visitor would, and gives an address for every route that can be reached.
 * @param known addresses found before, which stay
 */
export async function crawl(
  url: string,
  person: Person,
  starts: readonly string[],
  routeOf: (path: string) => string | undefined,
  known: Map<string, string>,
): Promise<void> {
  const waiting = [...starts];
  const seen = new Set(waiting);
  const read = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path.split('?')[0] ?? '');
    const times = read.get(route ?? '') ?? 0;
    if (route === undefined || times >= readOfARoute) continue;
    const answer = await ask(url, path, person);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
    const text = await answer.text();
    if (answer.status >= 400) continue;
    read.set(route, times + 1);
    if (!known.has(route)) known.set(route, path);
    if (!isPage) continue;
    for (const [, link = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const target = link.replaceAll('&amp;', '&');
      // The other language has the same routes.
      if (seen.has(target) || target.startsWith('/sq')) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
}

/** Of a route that no link leads to in this state of things: its address from that of the nearest route above it. */
export function deriveSample(route: string, samples: Map<string, string>): void {
  if (samples.has(route)) return;
  const parts = route.split('/');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const above = samples.get(parts.slice(0, length).join('/'));
    const rest = parts.slice(length);
    if (above === undefined) continue;
    const own = rest.map((part) => (part.startsWith('[') ? placeholder : part));
    samples.set(route, [above.split('?')[0], ...own].join('/'));
    return;
  }
  samples.set(route, parts.map((part) => (part === '[lang]' ? 'en' : part)).join('/') || '/');
}

/** No such thing: what it is not told of someone who may not see it is the same. */
const placeholder = '00000000-0000-4000-8000-000000000000';
