import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';

const columns = [
  'source.key',
  'source.title',
  'source.publisher',
  'source.url',
  'source.language',
  'source.published_on as publishedOn',
  'source.licence',
  'source.note',
] as const;

export function readSourcesOf(db: Db, subjectIds: readonly string[]) {
  return db
    .selectFrom('citation')
    .innerJoin('source', 'source.id', 'citation.source_id')
    .select(['citation.subject_id as subjectId', ...columns])
    .where(anyOf('citation.subject_id', subjectIds))
    .orderBy('citation.position')
    .execute();
}

export function readSources(db: Db) {
  return db
    .selectFrom('source')
    .select((eb) => [
      ...columns,
      eb
        .selectFrom('citation')
        .whereRef('citation.source_id', '=', 'source.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('citations'),
    ])
    .orderBy('source.key')
    .execute();
}
