/** What a page says of itself to search engines, feed readers and link previews. Every page's `load` returns one as `meta`. */
export interface PageMeta {
  title: string;
  description?: string;
  /** Path of the picture for link previews, e.g. `/og/en/contracts/fier-2019.png`. */
  card?: string;
  /** Path of the Atom feed that follows what this page shows. */
  feed?: string;
  /** schema.org description (JSON-LD). */
  jsonLd?: Readonly<Record<string, unknown>>;
  /** Keep the page out of search engines. */
  noindex?: boolean;
  /** Query parameters that make a page of its own; the others are left out of the canonical address. */
  canonicalQuery?: readonly string[];
}

/** Serialised so that no text can end the script element that carries it. */
export function serialiseJsonLd(jsonLd: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(jsonLd).replaceAll('<', String.raw`\u003c`);
}

/** The path and meaningful query of a page, for canonical and hreflang links. */
export function canonicalPath(
  url: { pathname: string; searchParams: Pick<URLSearchParams, 'get'> },
  keep: readonly string[],
): string {
  const kept = new URLSearchParams();
  for (const name of keep) {
    const value = url.searchParams.get(name);
    if (value) kept.set(name, value);
  }
  const query = kept.toString();
  return query ? `${url.pathname}?${query}` : url.pathname;
}

/** The same page in another language: the language is the first segment of every path. */
export function inLanguage(path: string, language: string): string {
  return path.replace(/^\/[^/?]+/, `/${language}`);
}

const longestDescription = 200;

/** The first paragraph on one line, as much of it as previews show, cut between words. */
export function shortened(text: string): string {
  const [first = ''] = text.trim().split(/\n\s*\n/);
  const line = first.replaceAll(/\s+/g, ' ');
  if (line.length <= longestDescription) return line;
  return `${line.slice(0, longestDescription).replace(/[\s,;:.]*\S*$/, '')}…`;
}
