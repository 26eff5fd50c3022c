import { mkdirSync, writeFileSync } from 'node:fs';
import { titlesOf } from '#features/opendata/server/titles.ts';
import { csvLine } from '#server/datapackage/csv-line.ts';
import { descriptorOf } from '#server/datapackage/descriptor.ts';
import { isCited, resourceOf } from './resource.ts';
import type { Column, Table } from './table.ts';
import { tables } from './tables.ts';
import { typeset, type Pair } from './text.ts';

export type Cell = string | number | boolean | null | undefined | Pair | readonly string[];
export type Row = Readonly<Record<string, Cell>> & { readonly id: string };

/** The rows of a package under way, by table. */
export interface Draft {
  add(table: string, row: Row): void;
  rows(table: string): readonly Row[];
}

export function emptyDraft(): Draft {
  const byTable = new Map(tables.map(({ name }) => [name, new Map<string, Row>()]));
  function of(table: string): Map<string, Row> {
    const rows = byTable.get(table);
    if (!rows) throw new Error(`No table ${table}`);
    return rows;
  }
  return {
    add(table, row) {
      if (of(table).has(row.id)) throw new Error(`${table}: ${row.id} twice`);
      of(table).set(row.id, row);
    },
    rows: (table) => [...of(table).values()],
  };
}

/** Which of the demonstration's sources stands behind the rows of a table. */
const sourceOf: Readonly<Record<string, string>> = {
  counties: 'demo-places',
  municipalities: 'demo-places',
  'administrative-units': 'demo-places',
  populations: 'demo-places',
  organisations: 'demo-network',
  memberships: 'demo-network',
  donors: 'demo-network',
  'grant-programmes': 'demo-network',
  people: 'demo-network',
  posts: 'demo-network',
  codebooks: 'demo-codebooks',
  'codebook-codes': 'demo-codebooks',
  'methodology-versions': 'demo-network',
  'methodology-signatures': 'demo-network',
  declarations: 'demo-network',
  'declared-funding': 'demo-network',
  partners: 'demo-network',
  'directory-changes': 'demo-network',
  'training-counts': 'demo-network',
  'funded-work': 'demo-network',
  articles: 'demo-library',
  publications: 'demo-library',
  'publication-authors': 'demo-library',
  'publication-files': 'demo-library',
  experiences: 'demo-library',
  'experience-priorities': 'demo-library',
  'experience-tries': 'demo-library',
  'context-periods': 'demo-contracts',
  'context-municipalities': 'demo-contracts',
  mandates: 'demo-contracts',
  elections: 'demo-contracts',
  fields: 'demo-contracts',
  contracts: 'demo-contracts',
  priorities: 'demo-contracts',
  'priority-places': 'demo-contracts',
  components: 'demo-contracts',
  signatures: 'demo-contracts',
  'signature-corrections': 'demo-contracts',
  amendments: 'demo-contracts',
  'amendment-answers': 'demo-contracts',
  'election-winners': 'demo-contracts',
  events: 'demo-contracts',
  'event-people': 'demo-contracts',
  'event-corrections': 'demo-contracts',
  'event-attendance': 'demo-contracts',
  'event-photos': 'demo-contracts',
  conclusions: 'demo-contracts',
  'conclusion-followers': 'demo-contracts',
  'conclusion-outcomes': 'demo-contracts',
  needs: 'demo-contracts',
  'need-corrections': 'demo-contracts',
  'issue-scores': 'demo-contracts',
  compilations: 'demo-contracts',
  'compiled-candidates': 'demo-contracts',
  'need-placements': 'demo-contracts',
  'priority-needs': 'demo-contracts',
  'election-candidates': 'demo-contracts',
  forums: 'demo-contracts',
  'forum-candidates': 'demo-contracts',
  'forum-priorities': 'demo-contracts',
  'candidate-answers': 'demo-contracts',
  'forum-questions': 'demo-contracts',
  'question-answers': 'demo-contracts',
};

function cellsOf(column: Column, cell: Cell): string[] {
  if (column.type === 'localised') {
    return Array.isArray(cell) ? [typeset(String(cell[0] ?? '')), typeset(String(cell[1] ?? ''))] : ['', ''];
  }
  if (cell === null || cell === undefined) return [''];
  if (column.name === 'publisher' || column.name === 'title') return [typeset(String(cell))];
  return [Array.isArray(cell) ? cell.join(';') : String(cell)];
}

function csvOf(table: Table, rows: readonly Row[]): string {
  const cited = isCited(table.name);
  const headers = resourceOf(table).columns.map(({ name }) => name);
  const lines = rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => [
      row.id,
      ...table.columns.flatMap((column) => cellsOf(column, row[column.name])),
      ...(cited ? [sourceOf[table.name] ?? 'demo-monitoring'] : []),
    ]);
  return [headers, ...lines].map(csvLine).join('');
}

/** Writes the CSV of every table and the descriptor that lists them. */
export function writePackage(draft: Draft, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const table of tables)
    writeFileSync(`${folder}/${table.name}.csv`, csvOf(table, draft.rows(table.name)));
  const descriptor = descriptorOf(tables.map(resourceOf), titlesOf('demo'), 'demo');
  writeFileSync(`${folder}/datapackage.json`, `${JSON.stringify(descriptor, null, 2)}\n`);
}
