import type { Db, Tx } from '#server/database/db.ts';

export function readVersions(db: Db, draftId: string) {
  return db
    .selectFrom('contract_version as version')
    .leftJoin('account', 'account.id', 'version.author')
    .select([
      'version.number',
      'version.sha256',
      'version.note',
      'version.made_at as madeAt',
      'account.name as authorName',
    ])
    .where('version.draft_id', '=', draftId)
    .orderBy('version.number', 'desc')
    .execute();
}

export function readVersion(db: Db, draftId: string, number: number) {
  return db
    .selectFrom('contract_version')
    .select(['number', 'body', 'sha256', 'note', 'made_at as madeAt'])
    .where('draft_id', '=', draftId)
    .where('number', '=', number)
    .executeTakeFirst();
}

export function readLatestVersion(db: Db, draftId: string) {
  return db
    .selectFrom('contract_version')
    .select(['number', 'sha256'])
    .where('draft_id', '=', draftId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertVersion(
  tx: Tx,
  version: {
    draft_id: string;
    number: number;
    body: string;
    sha256: string;
    note: string;
    author: string;
    made_at: Date;
  },
): Promise<void> {
  await tx.insertInto('contract_version').values(version).execute();
}
