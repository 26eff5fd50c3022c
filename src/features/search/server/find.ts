import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { searchKinds, type SearchKind } from '../kinds.ts';
import type { Count } from '../search.ts';
import {
  findDocuments,
  mostCounted,
  mostRanked,
  type Filters,
  type Found,
  type Page,
  type Reach,
} from './document-store.ts';
import type { Match } from './expand.ts';
import { textQuery, type TextQuery } from './text-query.ts';

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
  let found: Found = { kinds: {}, documents: [] };
  for (const reach of reaches) {
    found = await findDocuments(db, language, query, filters, reach, page);
    if (total(found) > mostCounted) break;
  }
  return found;
}

export interface Finding {
  total: Count;
  kinds: readonly ({ kind: SearchKind } & Count)[];
  documents: Found['documents'];
  /** At least one of the words, because no document has all. */
  some: boolean;
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
  const occurrences = matches.map((match) => match.occurrences);
  const attempts = [
    { query: textQuery(matches, excluded, 'all'), atMost: Math.min(...occurrences), some: false },
    {
      query: textQuery(matches, excluded, 'any'),
      atMost: occurrences.reduce((a, b) => a + b, 0),
      some: true,
    },
  ];
  for (const { query, atMost, some } of matches.length > 1 ? attempts : attempts.slice(0, 1)) {
    if (!query) continue;
    const found = await read(db, language, query, atMost, filters, { ...part, kind });
    const all = total(found);
    if (all === 0) continue;
    const more = all > mostCounted;
    const kinds = searchKinds.flatMap((name) => {
      const count = found.kinds[name] ?? 0;
      return count === 0 ? [] : [{ kind: name, ...limited(count), more }];
    });
    if (kind === undefined) return { total: limited(all), kinds, documents: found.documents, some };
    // Of a sample, too few may be of the kind: it is asked for alone.
    const wanted = more
      ? await read(db, language, query, atMost, { ...filters, kind }, { ...part, kind })
      : found;
    return { total: limited(wanted.kinds[kind] ?? 0), kinds, documents: wanted.documents, some };
  }
  return { total: limited(0), kinds: [], documents: [], some: false };
}
