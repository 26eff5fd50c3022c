import type { Db } from '#server/database/db.ts';

export function readCodebooks(db: Db) {
  return db
    .selectFrom('codebook')
    .select(['id', 'key', 'name', 'about', 'valid_from as validFrom', 'mapping'])
    .orderBy('valid_from', 'desc')
    .execute();
}

export function readCodebookCodes(db: Db) {
  return db
    .selectFrom('codebook_code')
    .select(['codebook_id as codebookId', 'code', 'rank', 'name', 'definition', 'entry_rule as entryRule'])
    .orderBy('position')
    .execute();
}
