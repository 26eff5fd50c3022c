import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { searchKinds, type SearchKind } from '../kinds.ts';
import { mostCounted, type Count } from '../search.ts';
import {
  findDocuments,
  nothing,
  mostRead,
  mostRanked,
  type Found,
  type Page,
  type Reach,
} from './document-store.ts';
import type { Match } from './expand.ts';
import { textQuery, type Filters, type TextQuery } from './text-query.ts';

function total({ kinds }: Found): number {
  return Object.values(kinds).reduce((sum, count) => sum + count, 0);
}

/** A count as it is shown: exact up to a limit. */
export function limited(count: number): Count {
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}

/** Reads samples first where many documents may match, and all of them only where too few of the samples do. */
async function read(
  db: Db,
  language: Language,
  query: TextQuery,
  atMost: number,
  filters: Filters,
  page: Page,
): Promise<Found> {
  const reaches: readonly Reach[] = atMost <= mostRanked ? [3] : [1, 2, 3];
  let found = nothing;
  for (const reach of reaches) {
    found = await findDocuments(db, language, query, filters, reach, page);
    if (total(found) > mostCounted) break;
  }
  return found;
}

export interface Finding {
  total: Count;
  kinds: readonly ({ kind: SearchKind } & Count)[];
  years: Found['years'];
  municipalities: Found['municipalities'];
  documents: Found['documents'];
  /** At least one of the words, because no document has all. */
  some: boolean;
}

export const nothingFound: Finding = { ...nothing, total: limited(0), kinds: [], some: false };

interface Attempt {
  query: TextQuery | undefined;
  /** Documents that may match, at most. */
  atMost: number;
  some: boolean;
}

/** All the words; then, where there are several, at least one of them. */
function attempts(matches: readonly Match[], excluded: readonly Match[]): Attempt[] {
  const occurrences = matches.map((match) => match.occurrences);
  const all: Attempt = {
    query: textQuery(matches, excluded, 'all'),
    atMost: Math.min(...occurrences),
    some: false,
  };
  const any: Attempt = {
    query: textQuery(matches, excluded, 'any'),
    atMost: occurrences.reduce((sum, count) => sum + count, 0),
    some: true,
  };
  return matches.length > 1 ? [all, any] : [all];
}

/** The documents that have all the words, or where none has, some of them; counted by kind whatever kind is wanted. */
export async function find(
  db: Db,
  language: Language,
  matches: readonly Match[],
  excluded: readonly Match[],
  { kind, ...filters }: Filters,
  part: Omit<Page, 'kind'>,
): Promise<Finding> {
  const page: Page = { ...part, kind };
  for (const { query, atMost, some } of attempts(matches, excluded)) {
    if (!query) continue;
    const found = await read(db, language, query, atMost, filters, page);
    const all = total(found);
    if (all === 0) continue;
    // Phrases are looked for in so many documents and no more.
    const more = all > mostCounted || (query.loosely !== undefined && atMost > mostRead);
    const kinds = searchKinds.flatMap((name) => {
      const count = found.kinds[name] ?? 0;
      return count === 0 ? [] : [{ kind: name, ...limited(count), more }];
    });
    const { years, municipalities } = found;
    if (kind === undefined) {
      return {
        total: { ...limited(all), more },
        kinds,
        years,
        municipalities,
        documents: found.documents,
        some,
      };
    }
    // Of a sample, too few may be of the kind: it is asked for alone.
    const wanted = more ? await read(db, language, query, atMost, { ...filters, kind }, page) : found;
    const ofKind = limited(wanted.kinds[kind] ?? 0);
    return { total: ofKind, kinds, years, municipalities, documents: wanted.documents, some };
  }
  return nothingFound;
}
