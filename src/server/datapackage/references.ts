import type { ClientBase } from 'pg';
import type { Faults } from './fault.ts';
import { splitList } from './cell.ts';
import { fileOf, type CellKind, type ReadTable, type ResourceDeclaration } from './resource.ts';

interface Mention {
  file: string;
  row: number;
  column: string;
}

/** Checks that every row a cell refers to is in the package or in the database: one query per table. */
export async function checkReferences(
  client: ClientBase,
  tables: readonly ReadTable[],
  declared: readonly ResourceDeclaration[],
  faults: Faults,
): Promise<void> {
  for (const [table, mentions] of mentionsBeyondPackage(tables)) {
    const { rows } = await client.query<{ key: string }>(`SELECT key FROM ${table} WHERE key = ANY($1)`, [
      [...mentions.keys()],
    ]);
    for (const { key } of rows) mentions.delete(key);
    const resource = declared.find((known) => known.table === table);
    const expected = { rule: 'reference', values: { file: resource ? fileOf(resource) : table } };
    for (const [value, places] of mentions) {
      for (const place of places) faults.add({ ...place, value, expected });
    }
  }
}

/** What cells refer to and the package does not have, by table and key. */
function mentionsBeyondPackage(tables: readonly ReadTable[]): Map<string, Map<string, Mention[]>> {
  const inPackage = new Map(tables.map((table) => [table.resource.table, table]));
  const beyond = new Map<string, Map<string, Mention[]>>();
  for (const { resource, rows } of tables) {
    const file = fileOf(resource);
    resource.columns.forEach(({ name, cell }, index) => {
      const table = referredTable(cell);
      // Of a file that could not be read nobody knows what it has: its own fault is enough.
      const known = table === undefined ? undefined : inPackage.get(table);
      if (table === undefined || known?.isWhole === false) return;
      for (const { cells, row } of rows) {
        for (const key of keysOf(cell, cells[index] ?? null)) {
          if (known?.keys.has(key)) continue;
          const mentions = beyond.get(table) ?? new Map<string, Mention[]>();
          beyond.set(table, mentions);
          const places = mentions.get(key);
          if (places) places.push({ file, row, column: name });
          else mentions.set(key, [{ file, row, column: name }]);
        }
      }
    });
  }
  return beyond;
}

function referredTable(cell: CellKind): string | undefined {
  if (cell.kind === 'reference') return cell.table;
  return cell.kind === 'sources' ? 'source' : undefined;
}

function keysOf(cell: CellKind, text: string | null): readonly string[] {
  if (text === null) return [];
  return cell.kind === 'sources' ? splitList(text) : [text];
}
