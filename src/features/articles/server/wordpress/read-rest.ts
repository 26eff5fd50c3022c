import { z } from 'zod';
import { emptyItem, type SiteItem } from '../../wordpress/item.ts';
import { SiteFault, type SiteHead } from './read-wxr.ts';

const rendered = z
  .union([z.string(), z.object({ rendered: z.string().default(''), protected: z.boolean().optional() })])
  .transform((value) => (typeof value === 'string' ? { rendered: value, protected: false } : value))
  .default({ rendered: '', protected: false });
const number = z.union([z.number(), z.string()]).transform(String);

/** What WordPress's REST interface says of a post, a page or a file, as far as it is looked at. */
const entry = z.looseObject({
  id: number,
  type: z.string().optional(),
  status: z.string().default('publish'),
  slug: z.string().default(''),
  link: z.string().default(''),
  date: z.string().nullish(),
  date_gmt: z.string().nullish(),
  title: rendered,
  content: rendered,
  excerpt: rendered,
  author: number.optional(),
  categories: z.array(number).default([]),
  featured_media: number.optional(),
  source_url: z.string().default(''),
  alt_text: z.string().default(''),
  caption: rendered,
  /** Polylang, and WPML. */
  lang: z.string().optional(),
  translations: z.record(z.string(), z.unknown()).optional(),
  wpml_current_locale: z.string().optional(),
  wpml_translations: z.array(z.looseObject({ id: number.optional() })).optional(),
});
const term = z.looseObject({
  id: number,
  name: z.string().default(''),
  slug: z.string().default(''),
  taxonomy: z.string().optional(),
  link: z.string().optional(),
});

export interface RestSite {
  head: SiteHead;
  items: SiteItem[];
}

/** The same text in all its languages: the smallest of their numbers names it. */
function groupOf({ id, translations, wpml_translations }: z.output<typeof entry>): string {
  const others = [
    ...Object.values(translations ?? {}).map(String),
    ...(wpml_translations ?? []).flatMap((one) => (one.id === undefined ? [] : [one.id])),
  ].filter((one) => /^\d+$/.test(one));
  if (others.length === 0) return '';
  const [first = id] = [...others, id].toSorted((a, b) => Number(a) - Number(b));
  return `rest-${first}`;
}

function itemOf(
  one: z.output<typeof entry>,
  names: ReadonlyMap<string, string>,
  terms: ReadonlyMap<string, string>,
): SiteItem {
  return {
    ...emptyItem,
    sourceId: one.id,
    kind: one.type ?? (one.source_url === '' ? 'post' : 'attachment'),
    status: one.status,
    title: one.title.rendered,
    content: one.content.rendered,
    excerpt: one.excerpt.rendered || one.caption.rendered,
    link: one.link,
    slug: one.slug,
    date: one.date ?? '',
    dateGmt: one.date_gmt ?? '',
    author: names.get(one.author ?? '') ?? '',
    hasPassword: one.content.protected === true,
    categories: one.categories.map((id) => terms.get(id) ?? id),
    language: one.lang ?? one.wpml_current_locale ?? '',
    translations: groupOf(one),
    fileUrl: one.source_url,
    alt: one.alt_text,
    featured: one.featured_media === '0' ? '' : (one.featured_media ?? ''),
  };
}

function listsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((list: unknown) => (Array.isArray(list) ? list : []));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new SiteFault('not-json');
  }
}

/**
 * Reads answers of WordPress's REST interface, each a list or an object of lists: posts, pages, media, users and categories in whatever order.
 * @throws SiteFault
 */
export function readRest(texts: readonly string[]): RestSite {
  const all = texts.flatMap((text) => listsIn(parse(text)));
  const names = new Map<string, string>();
  const terms = new Map<string, string>();
  const entries: z.output<typeof entry>[] = [];
  for (const one of all) {
    const isEntry = typeof one === 'object' && one !== null && ('title' in one || 'content' in one);
    const parsed = isEntry ? entry.safeParse(one) : undefined;
    if (parsed?.success) entries.push(parsed.data);
    const named = isEntry ? undefined : term.safeParse(one).data;
    if (named?.taxonomy === undefined && named) names.set(named.id, named.name);
    else if (named) terms.set(named.id, named.slug || named.name);
  }
  if (entries.length === 0) throw new SiteFault('not-an-export');
  const link = entries.find((one) => /^https?:/.test(one.link))?.link ?? '';
  return {
    head: { url: link === '' ? '' : new URL(link).origin, authors: new Map() },
    items: entries.map((one) => itemOf(one, names, terms)),
  };
}
