import { beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import { codingColumns } from '../../sheet-columns.ts';
import { readCodings } from '../code-store.ts';
import { coding, useMonitoring } from '../coding.fixture.ts';
import { handIn, keepCoding } from '../hand-in.ts';
import { exportCodings } from './export-codings.ts';
import { importCodings, tryCodings } from './import-codings.ts';

const monitoring = useMonitoring('coding');
const column = (key: string) => codingColumns.findIndex((one) => one.key === key);

async function rowsFor(actor: Actor): Promise<string[][]> {
  const { app } = monitoring();
  const reading = await readSheetFile(await exportCodings(app, actor, 'en'));
  if (reading.kind === 'refused') throw new Error(reading.why);
  return reading.rows.map((row) => [...row]);
}

/** The coder's list with cells of the lines changed, by column. */
async function listWith(actor: Actor, changes: readonly Record<string, string>[]): Promise<string[][]> {
  const rows = await rowsFor(actor);
  for (const [index, change] of changes.entries()) {
    for (const [key, value] of Object.entries(change)) {
      const row = rows[index + 1];
      if (row) row[column(key)] = value;
    }
  }
  return rows;
}

function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return Buffer.from(rows.map((row) => row.map(cell).join(',')).join('\r\n'));
}

async function kept(actor: Actor & { id: string }, index: number) {
  const { app, task } = monitoring();
  const codings = await readCodings(app.db, task(index), actor.id);
  return codings.find(({ accountId }) => accountId === actor.id);
}

let coder: ReturnType<typeof monitoring>['at']['coder'];
beforeEach(() => {
  ({ coder } = monitoring().at);
});

test('a list taken out and handed in again unchanged changes nothing', async () => {
  const { app } = monitoring();
  const rows = await rowsFor(coder);
  expect(await tryCodings(app, coder, csvOf(rows))).toMatchObject({ kind: 'sound', changed: 0, blank: 3 });
});

test('codings written in the list are kept, and none is handed in', async () => {
  const { app } = monitoring();
  const rows = await listWith(coder, [
    { given: 'none', rationale: '=Asgjë', searches: 'Fletorja zyrtare | zyra e shtypit | 2028-09-01' },
    { given: 'Partial', rationale: 'Gjysma', language: 'sq' },
  ]);
  const outcome = await tryCodings(app, coder, csvOf(rows));
  expect(outcome).toMatchObject({ kind: 'sound', changed: 2, blank: 1 });
  expect(await kept(coder, 0)).toBeUndefined();
  await importCodings(app, coder, rows);
  const stored = [await kept(coder, 0), await kept(coder, 1), await kept(coder, 2)];
  expect(stored.filter(Boolean).map((one) => one?.submittedAt)).toEqual([null, null]);
  const none = stored.find((one) => one?.code === 'none');
  expect(none).toMatchObject({
    rationale: '=Asgjë',
    searches: [{ lookedIn: 'Fletorja zyrtare', asked: 'zyra e shtypit', searchedOn: '2028-09-01' }],
  });
  expect(stored.find((one) => one?.code === 'partial')).toMatchObject({
    rationale: 'Gjysma',
    language: 'sq',
  });
});

test('a coder’s list holds their own codings alone, also where the other coder has handed in', async () => {
  const { app, at, task } = monitoring();
  await handIn(app, at.otherCoder, task(0), coding('initiated', { rationale: 'E fshehtë' }), 'r');
  await keepCoding(app, at.otherCoder, task(1), coding('complete', { rationale: 'E fshehtë' }));
  const text = JSON.stringify(await rowsFor(coder));
  expect(text).not.toContain('E fshehtë');
  expect(text).not.toContain('initiated');
  expect(JSON.stringify(await rowsFor(at.otherCoder))).toContain('E fshehtë');
});

test('a line whose coding has changed since it was taken out is refused, and nothing of the list is kept', async () => {
  const { app, task } = monitoring();
  const rows = await listWith(coder, [
    { given: 'partial', rationale: 'Një' },
    { given: 'partial', rationale: 'Dy' },
  ]);
  const first = rows[1]?.[column('task')] ?? '';
  await keepCoding(app, coder, first, coding('none', { rationale: 'Meanwhile' }));
  const outcome = await importCodings(app, coder, rows);
  expect(outcome).toMatchObject({ kind: 'faults', faults: [{ address: 'B2', key: 'coding.sheet.stale' }] });
  const codes = [await kept(coder, 0), await kept(coder, 1), await kept(coder, 2)].map((one) => one?.code);
  expect(codes.filter(Boolean)).toEqual(['none']);
  expect([task(0), task(1), task(2)]).toContain(first);
});

test('what is wrong is told at its cell', async () => {
  const { app } = monitoring();
  const rows = await listWith(coder, [
    { given: 'perfect', rationale: 'x' },
    { given: 'partial', rationale: '', evidence: 'ffffffff' },
    { given: 'none', rationale: 'x', searches: 'Arkivi | | nesër' },
  ]);
  const outcome = await tryCodings(app, coder, csvOf([...rows, rows[1] ?? []]));
  expect(outcome.kind === 'faults' && outcome.faults.map(({ address, key }) => `${address} ${key}`)).toEqual([
    'H2 spreadsheet.fault.choice',
    'K3 coding.sheet.no-evidence',
    'J3 form.fault.missing',
    'L4 form.fault.day',
    'A5 coding.sheet.twice',
  ]);
});

test('another coder’s task, and one that is handed in, is none of theirs', async () => {
  const { app, at } = monitoring();
  const rows = await listWith(coder, [
    { task: at.components[0]?.id ?? '', given: 'partial', rationale: 'x' },
  ]);
  expect(await tryCodings(app, coder, csvOf(rows))).toMatchObject({
    kind: 'faults',
    faults: [{ address: 'A2', key: 'coding.sheet.unknown' }],
  });
  const { editor, monitorElsewhere } = at;
  for (const actor of [editor, monitorElsewhere]) {
    expect(await rowsFor(actor)).toHaveLength(1);
    expect(await tryCodings(app, actor, csvOf(await rowsFor(coder)))).toMatchObject({ kind: 'faults' });
  }
});

test('who has nothing to do with codes gets no list', async () => {
  const { app, at } = monitoring();
  for (const actor of [nobody, at.resident, at.contact, at.administrator, at.facilitator])
    await expect(exportCodings(app, actor, 'en')).rejects.toMatchObject({ code: 'forbidden' });
});
