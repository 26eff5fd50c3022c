import type { ClientBase } from 'pg';
import type { Faults } from './fault.ts';
import { splitList } from './cell.ts';
import type { ReadPackage } from './read-package.ts';
import { fileOf } from './resource.ts';

interface Mention {
  file: string;
  row: number;
  column: string;
}

/** Checks that every row a cell refers to is in the package or in the database: one query per table. */
export async function checkReferences(
  client: ClientBase,
  { tables }: ReadPackage,
  faults: Faults,
): Promise<void> {
  const inPackage = new Map(
    tables.map(({ resource, rows }) => [resource.table, new Set(rows.map((row) => row.key))]),
  );
  const wanted = new Map<string, Map<string, Mention[]>>();
  const want = (table: string, key: string, mention: Mention) => {
    if (inPackage.get(table)?.has(key)) return;
    const keys = wanted.get(table) ?? new Map<string, Mention[]>();
    wanted.set(table, keys);
    const mentions = keys.get(key);
    if (mentions) mentions.push(mention);
    else keys.set(key, [mention]);
  };
  for (const { resource, rows } of tables) {
    const file = fileOf(resource);
    resource.columns.forEach(({ name, cell: kind }, index) => {
      if (kind.kind !== 'reference' && kind.kind !== 'sources') return;
      for (const { cells, row } of rows) {
        const text = cells[index];
        if (text === null || text === undefined) continue;
        const mention = { file, row, column: name };
        if (kind.kind === 'reference') want(kind.table, text, mention);
        else for (const key of splitList(text)) want('source', key, mention);
      }
    });
  }
  for (const [table, keys] of wanted) {
    const { rows } = await client.query<{ key: string }>(`SELECT key FROM ${table} WHERE key = ANY($1)`, [
      [...keys.keys()],
    ]);
    for (const { key } of rows) keys.delete(key);
    for (const [key, mentions] of keys) {
      for (const mention of mentions)
        faults.add({ ...mention, value: key, expected: { rule: 'reference', values: { table } } });
    }
  }
}
