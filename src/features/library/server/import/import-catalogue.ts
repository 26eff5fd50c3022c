import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { readHeader, type ImportField } from '../../import-columns.ts';
import { mostTold, type CatalogueImport, type Duplicate, type RowFault } from '../../import-report.ts';
import { identityOf, readImportRow, type ImportedItem } from '../../import-row.ts';
import { rowOf, type ItemRow } from './item-row.ts';
import { encodingOf, readLines, UnreadableFile } from './read-rows.ts';
import { readKnownNumbers, readSameItems, writeItems } from './write-store.ts';

const atOnce = 2000;

export interface Importing {
  organisation: { id: string; key: string };
  source: () => AsyncIterable<Uint8Array>;
  dryRun: boolean;
  /** Who imports, for the audit. */
  actor: string;
}

/** A dry run takes everything back, however far it has come. */
class OnlyTried extends Error {
  readonly outcome: CatalogueImport;

  constructor(outcome: CatalogueImport) {
    super('only tried');
    this.outcome = outcome;
  }
}

/** Faults or duplicates: all are counted, the first are told. */
class Told<T> {
  readonly first: T[] = [];
  count = 0;

  add(one: T): void {
    this.count += 1;
    if (this.first.length < mostTold) this.first.push(one);
  }
}

/** An import while it goes on. */
class Run {
  rows = 0;
  added = 0;
  changed = 0;
  same = 0;
  leftOut = 0;
  readonly faults = new Told<RowFault>();
  readonly duplicates = new Told<Duplicate>();
  /** Row by what tells it apart, and by its numbers. */
  readonly #seen = new Map<string, number>();
  #waiting: { row: number; item: ItemRow }[] = [];

  readonly tx: Tx;
  readonly organisation: { id: string; key: string };

  constructor(tx: Tx, organisation: { id: string; key: string }) {
    this.tx = tx;
    this.organisation = organisation;
  }

  async take(
    row: number,
    cells: readonly string[],
    fields: readonly (ImportField | undefined)[],
    header: readonly string[],
  ): Promise<void> {
    this.rows += 1;
    const { item, faults } = readImportRow(cells, fields);
    for (const { field, value, key } of faults)
      this.faults.add({ row, column: header[fields.indexOf(field)]?.trim() ?? field, value, key });
    if (faults.length > 0 || !this.#isNew(row, item)) {
      this.leftOut += 1;
      return;
    }
    this.#waiting.push({ row, item: rowOf(this.organisation, item) });
    if (this.#waiting.length >= atOnce) await this.flush();
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    // What was changed here by hand keeps its key, whatever its place or number is now.
    const same = await readSameItems(
      this.tx,
      waiting.map(({ item }) => item),
    );
    const items = waiting.map(({ item }) => ({ ...item, ...same.get(item.id) }));
    const rowById = new Map(items.map(({ id }, index) => [id, waiting[index]?.row ?? 0]));
    for (const { id, by, value } of await readKnownNumbers(this.tx, items)) {
      // What stands in this file as well was told of already.
      if ((this.#seen.get(`${by} ${value}`) ?? 0) !== rowById.get(id)) continue;
      this.duplicates.add({ row: rowById.get(id) ?? 0, by, value, ofRow: null, isLeftOut: false });
    }
    const { added, changed } = await writeItems(this.tx, items);
    this.added += added;
    this.changed += changed;
    this.same += items.length - added - changed;
  }

  /** Notes what a row is told apart by. @returns false where an earlier row is the same */
  #isNew(row: number, item: ImportedItem): boolean {
    const identity = identityOf(item);
    const same = this.#seen.get(identity);
    if (same !== undefined) {
      const by = item.call_number ? 'place' : item.isbn ? 'isbn' : item.doi ? 'doi' : 'title';
      const value = item.call_number ?? item.isbn ?? item.doi ?? item.title;
      this.duplicates.add({ row, by, value, ofRow: same, isLeftOut: true });
      return false;
    }
    this.#seen.set(identity, row);
    for (const by of ['isbn', 'doi'] as const) {
      const value = item[by];
      if (value === null) continue;
      const other = this.#seen.get(`${by} ${value}`);
      if (other === undefined) this.#seen.set(`${by} ${value}`, row);
      else this.duplicates.add({ row, by, value, ofRow: other, isLeftOut: false });
    }
    return true;
  }
}

/**
 * Takes a library's list into the catalogue. Rows with a fault are left out and told of; the same file again changes nothing. A
 * dry run says what would be.
 */
export async function importCatalogue(db: Db, importing: Importing): Promise<CatalogueImport> {
  try {
    return await inTransaction(db, async (tx) => {
      const outcome = await importIn(tx, importing);
      if (importing.dryRun || outcome.kind === 'refused') throw new OnlyTried(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.outcome;
    if (error instanceof UnreadableFile)
      return { kind: 'refused', why: { key: 'library.import.fault.unreadable' } };
    throw error;
  }
}

async function importIn(
  tx: Tx,
  { organisation, source, dryRun, actor }: Importing,
): Promise<CatalogueImport> {
  const run = new Run(tx, organisation);
  let header:
    | { cells: readonly string[]; fields: readonly (ImportField | undefined)[]; unknown: readonly string[] }
    | undefined;
  const encoding = await encodingOf(source());
  for await (const { row, cells } of readLines(source(), encoding)) {
    if (header) {
      await run.take(row, cells, header.fields, header.cells);
      continue;
    }
    const { fields, unknown, twice } = readHeader(cells);
    const [again] = twice;
    if (again !== undefined)
      return {
        kind: 'refused',
        why: { key: 'library.import.fault.column-twice', values: { column: again } },
      };
    if (!fields.includes('title'))
      return { kind: 'refused', why: { key: 'library.import.fault.no-title-column' } };
    header = { cells, fields, unknown };
  }
  if (!header) return { kind: 'refused', why: { key: 'library.import.fault.empty' } };
  await run.flush();
  const { rows, added, changed, same, leftOut } = run;
  if (!dryRun && added + changed > 0) {
    await recordAudit(tx, {
      actor,
      action: 'import',
      subject: { kind: 'catalogue', id: organisation.id },
      after: { rows, added, changed, same, leftOut },
    });
    await noteRecordChange(tx, { tables: ['catalogue_item'] });
  }
  return {
    kind: 'done',
    report: {
      rows,
      added,
      changed,
      same,
      leftOut,
      faults: run.faults.first,
      faultCount: run.faults.count,
      duplicates: run.duplicates.first,
      duplicateCount: run.duplicates.count,
      unknownColumns: header.unknown,
      encoding,
      isDryRun: dryRun,
    },
  };
}
