import { formatsFor } from '#i18n/format.ts';
import { languages, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';
import { highlight, snippet } from '../highlight.ts';
import { permalink } from '../permalink.ts';
import { parseQuery, type Query } from '../query.ts';
import {
  fewResults,
  mostCounted,
  pageSize,
  type SearchAnswer,
  type SearchQuery,
  type SearchResult,
} from '../search.ts';
import { byIndex, readMunicipality, type FoundDocument } from './document-store.ts';
import { expand, wordsOf } from './expand.ts';
import { find, nothingFound } from './find.ts';
import { replaceUnknown, unknownWords } from './suggest.ts';
import type { Filters } from './text-query.ts';

export { byIndex } from './document-store.ts';
export { searchFingerprint } from './fingerprint.ts';
export { refreshSearch, refreshSearchAfter } from './refresh.ts';

const snippetLength = 240;

function present(language: Language, words: ReadonlySet<string>, found: FoundDocument): SearchResult {
  const { kind, key, year, textLanguage, municipalityKey, municipalityName } = found;
  return {
    kind,
    key,
    year,
    textLanguage,
    href: permalink(language, found),
    title: highlight(found.title, words),
    snippet: found.body === '' ? [] : snippet(found.body, words, snippetLength),
    municipality:
      municipalityKey === null || municipalityName === null
        ? null
        : { key: municipalityKey, name: municipalityName },
  };
}

/** A query with nothing to look for: why. */
function emptyState({ text, terms, common }: Query): 'empty' | 'too-common' | 'too-short' | undefined {
  if (text === '') return 'empty';
  if (terms.length === 0) return common.length > 0 ? 'too-common' : 'too-short';
  const [only] = terms;
  return terms.length === 1 && only?.kind === 'word' && /^\D$/u.test(only.word) ? 'too-short' : undefined;
}

async function findElsewhere(
  app: App,
  raw: string,
  language: Language,
  filters: Filters,
  found: number,
): Promise<SearchAnswer['elsewhere']> {
  for (const other of languages.filter((candidate) => candidate !== language)) {
    const query = parseQuery(raw, other);
    const matches = await expand(app.db, other, query.terms);
    const excluded = await expand(app.db, other, query.excluded);
    const { total } = await byIndex(app.db, (db) =>
      find(db, other, matches, excluded, filters, { skip: 0, take: 0 }),
    );
    if (total.count > found) return { language: other, total };
  }
  return undefined;
}

/**
 * Finds documents by words in any of their forms, with and without diacritics, with a slip of the hand, or as far as
 * they are written; ranked, with what was found marked.
 * @throws bad-request where the municipality is not one.
 */
export async function search(app: App, asked: SearchQuery): Promise<SearchAnswer> {
  const { language, kind, year } = asked;
  const query = parseQuery(asked.q, language);
  const state = emptyState(query);
  const { compare } = formatsFor(language);
  const skip = Math.min(Math.max(asked.after ?? 0, 0), mostCounted - pageSize);

  const municipality =
    asked.municipality === undefined ? undefined : await readMunicipality(app.db, asked.municipality);
  if (asked.municipality !== undefined && municipality === undefined) {
    throw new DomainError('bad-request', `municipality ${asked.municipality}`);
  }
  const filters: Filters = { kind, municipalityId: municipality?.id, year };

  const [matches, excluded] = state
    ? [[], []]
    : await Promise.all([expand(app.db, language, query.terms), expand(app.db, language, query.excluded)]);
  const found = state
    ? nothingFound
    : await byIndex(app.db, (db) => find(db, language, matches, excluded, filters, { skip, take: pageSize }));
  const words = new Set(matches.flatMap(wordsOf));
  const unknown = await unknownWords(app.db, language, matches, found.documents);
  const shownTo = skip + found.documents.length;

  return {
    text: query.text,
    cut: query.cut,
    state: state ?? (found.total.count === 0 ? 'none' : 'found'),
    common: query.common,
    some: found.some,
    unknown,
    suggestion: replaceUnknown(query.text, unknown),
    municipality: municipality && { key: municipality.key, name: municipality.name },
    total: found.total,
    kinds: found.kinds,
    years: found.years,
    municipalities: found.municipalities.toSorted((a, b) => compare(a.name, b.name)),
    results: found.documents.map((document) => present(language, words, document)),
    previous: skip === 0 ? undefined : Math.max(0, skip - pageSize),
    next: shownTo < found.total.count && shownTo < mostCounted ? shownTo : undefined,
    elsewhere:
      state || found.total.count >= fewResults
        ? undefined
        : await findElsewhere(app, asked.q, language, filters, found.total.count),
  };
}
