import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addContracts,
  addField,
  addMandate,
  addMunicipalities,
  addPriorities,
  addRound,
  addStatuses,
} from '#testing/factories.ts';
import { showMonitoring } from './monitoring-page.ts';
import { showPriority } from './priority-page.ts';
import { listPublicCorrections } from './corrections.ts';
import { rebuildTally } from './tally.ts';
import { asOfAsked } from './as-of.ts';
import { countsAsOf } from './as-of-store.ts';

const database = useDatabase();
let app: App;
let priority = '';
let municipalities: { key: string }[] = [];

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2030-01-01T12:00:00Z'),
  });
  const { db } = app;
  municipalities = await addMunicipalities(db, [{}, {}]);
  const mandate = await addMandate(db);
  const field = await addField(db);
  const round = await addRound(db, { mandate_id: mandate.id, published_on: '2028-11-15' });
  const contracts = await addContracts(
    db,
    municipalities.map((one) => ({
      municipality_id: 'id' in one ? String(one.id) : '',
      mandate_id: mandate.id,
      priority_count: 2,
      priority_count_is: 'exact' as const,
    })),
  );
  const of = [];
  for (const { id } of contracts)
    of.push(await addPriorities(db, id, [{ field_id: field.id }, { field_id: field.id }]));
  const [first, second] = of;
  priority = first?.[0]?.key ?? '';
  const own = first?.[0]?.id ?? '';
  const reason = JSON.stringify({ sq: 'Gabim', en: 'Wrong' });
  await addStatuses(db, [
    { priority_id: own, round_id: round.id, status: 'fully', published_on: '2028-11-15' },
    {
      priority_id: own,
      round_id: round.id,
      status: 'not',
      version: 2,
      kind: 'correction',
      reason,
      published_on: '2029-03-01',
    },
    { priority_id: first?.[1]?.id ?? '', round_id: round.id, status: 'partly', published_on: '2028-11-15' },
    { priority_id: second?.[0]?.id ?? '', round_id: round.id, status: 'fully', published_on: '2028-12-20' },
  ]);
  const dispute = { id: randomUUID(), key: 'd-1', priority_id: own, round_id: round.id, version: 1 };
  await db
    .insertInto('dispute')
    .values({
      ...dispute,
      ground: 'factual-error',
      statement: reason,
      received_on: '2029-01-10',
      due_on: '2029-02-01',
    })
    .execute();
  await db
    .insertInto('dispute_decision')
    .values({
      id: randomUUID(),
      key: 'd-1',
      dispute_id: dispute.id,
      decided_on: '2029-02-20',
      outcome: 'upheld',
      reason,
    })
    .execute();
  await inTransaction(db, rebuildTally);
});

async function counts(day?: string) {
  const { network } = await showMonitoring(app, {}, await asOfAsked(app, day));
  const figures = network[0]?.figures.counts;
  return (
    figures && {
      fully: figures.fully,
      partly: figures.partly,
      not: figures.not,
      contested: figures.contested,
    }
  );
}

/** Rows in an order of their own, so that two lists of the same rows are the same. */
function inOrder(rows: readonly object[]): string[] {
  return rows
    .map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .toSorted();
}

describe('figures as of a day', () => {
  test('are counted from the versions that were public by then', async () => {
    expect(await counts('2028-11-14')).toBeUndefined();
    expect(await counts('2028-11-15')).toMatchObject({ fully: 1, partly: 1, not: 0 });
    expect(await counts('2028-12-31')).toMatchObject({ fully: 2, partly: 1, not: 0, contested: 0 });
    expect(await counts('2029-03-01')).toMatchObject({ fully: 1, partly: 1, not: 1 });
  });

  test('are those of now on a day after the last publication, in every row', async () => {
    expect(await counts('2029-12-31')).toEqual(await counts());
    const now = await app.db.selectFrom('tally').selectAll().execute();
    for (const of of ['network', 'municipalities'] as const) {
      const wanted = { of, rounds: { same: [], changed: [...new Set(now.map((row) => row.round_id))] } };
      const then = await app.db
        .selectFrom(countsAsOf({ day: '2029-12-31', ...wanted }).as('tally'))
        .selectAll()
        .execute();
      const own = now.filter((row) => (row.municipality_id === null) === (of === 'network'));
      expect(inOrder(then)).toEqual(inOrder(own));
    }
  });

  test('show as contested what was under dispute on that day', async () => {
    expect(await counts('2029-01-10')).toMatchObject({ contested: 1 });
    expect(await counts('2029-02-20')).toMatchObject({ contested: 0 });
  });

  test('stand in the grid, the spread and the fields alike', async () => {
    const page = await showMonitoring(app, {}, await asOfAsked(app, '2028-11-20'));
    expect(page.byField.map(({ figures }) => figures.counts.fully)).toEqual([1]);
    const byKey = new Map(page.grid.map(({ key, figures }) => [key, figures[0]?.counts.fully]));
    expect(municipalities.map(({ key }) => byKey.get(key))).toEqual([1, 0]);
  });

  test('today and days to come are now', async () => {
    expect(await counts('2030-01-01')).toEqual(await counts());
    expect(await counts('2031-01-01')).toEqual(await counts());
  });
});

describe('a priority as of a day', () => {
  async function versions(day?: string) {
    const { rounds } = await showPriority(app, priority, undefined, await asOfAsked(app, day));
    return rounds.flatMap((round) => round.versions.map(({ version, contested }) => [version, contested]));
  }

  test('shows the versions that were public by then', async () => {
    expect(await versions('2028-11-14')).toEqual([]);
    expect(await versions('2029-01-15')).toEqual([[1, true]]);
    const both = [
      [2, false],
      [1, false],
    ];
    expect(await versions('2029-03-01')).toEqual(both);
    expect(await versions()).toEqual(both);
  });
});

test('corrections are listed with what was before, and why', async () => {
  const { changes, next } = await listPublicCorrections(app, undefined);
  expect(next).toBeNull();
  expect(changes).toMatchObject([{ before: 'fully', after: 'not', reason: { sq: 'Gabim' }, version: 2 }]);
  expect((await listPublicCorrections(app, `2029-03-01 ${changes[0]?.key}`)).changes).toEqual([]);
});
