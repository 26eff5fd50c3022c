import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';

/** The text of a published contract byte for byte as it was frozen. @throws not-found where it was not drafted here */
export async function frozenText(app: App, key: string): Promise<string> {
  const row = await app.db
    .selectFrom('contract')
    .innerJoin('contract_draft as draft', 'draft.contract_id', 'contract.id')
    .innerJoin('contract_version as version', (join) =>
      join.onRef('version.draft_id', '=', 'draft.id').onRef('version.number', '=', 'draft.version_number'),
    )
    .select('version.body')
    .where('contract.key', '=', key)
    .executeTakeFirst();
  if (!row) throw notFound(`text of contract ${key}`);
  return row.body;
}
