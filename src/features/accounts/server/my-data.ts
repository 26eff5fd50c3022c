import type { App } from '#server/app.ts';
import * as store from './own-store.ts';

/** Columns whose content opens something: even who downloads their own data gets none of it. */
const secrets = /token|hash|password|sealed|public_key/;

/**
 * Everything that is stored about an account, table by table, as the database has it: of every table that is about accounts,
 * so that one that is added later is not forgotten. Of rows that others own and that only name the account, which they are.
 */
export async function readMyData(app: App, accountId: string): Promise<Record<string, unknown>> {
  const { db } = app;
  const data: Record<string, unknown> = { account: await store.readAccountRow(db, accountId) };
  for (const { table, column, isOwner } of await store.readReferences(db)) {
    const rows = await store.readRowsOf(db, table, column, accountId);
    if (rows.length === 0) continue;
    data[isOwner ? table : `${table}.${column}`] = rows.map(isOwner ? withoutSecrets : identified);
  }
  data['audit_event'] = await store.readAuditOf(db, accountId);
  return data;
}

function entriesOf(row: unknown): [string, unknown][] {
  return typeof row === 'object' && row !== null ? Object.entries(row) : [];
}

function withoutSecrets(row: unknown) {
  return Object.fromEntries(entriesOf(row).filter(([name]) => !secrets.test(name)));
}

function identified(row: unknown) {
  return Object.fromEntries(entriesOf(row).filter(([name]) => name === 'id'));
}
