import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addComponents } from '#testing/factories-monitoring.ts';
import {
  addContracts,
  addField,
  addMandate,
  addMunicipalities,
  addPriorities,
  addRound,
  addStatuses,
} from '#testing/factories.ts';
import { publishedStatuses } from '../status.ts';
import { asOfAsked, asOfNow } from './as-of.ts';
import { spreadCsv } from './compare-csv.ts';
import { showComparison } from './compare-page.ts';
import { listCountyFigures, listRounds, municipalityFigures, networkFigures } from './rounds.ts';
import { statusesOfContract } from './statuses.ts';
import { rebuildTally } from './tally.ts';

/** One version of a status, as the test itself remembers it. */
interface Version {
  municipality: number;
  field: number;
  competence: 'own' | 'national';
  priority: string;
  round: string;
  version: number;
  status: (typeof publishedStatuses)[number];
  day: string;
}

const database = useDatabase();
let app: App;
let history: Version[] = [];
let municipalities: { id: string; key: string }[] = [];
let contracts: { id: string }[] = [];
let fields: { id: string }[] = [];
const first = Date.UTC(2027, 0, 1);
const dayAt = (offset: number) => new Date(first + offset * 86_400_000).toISOString().slice(0, 10);
const span = 400;
const anyDay = fc.integer({ min: -5, max: span + 30 }).map(dayAt);

/** Up to three versions of a status, each some days after the one before. */
const anyHistory = fc.array(
  fc.record({
    status: fc.constantFrom(...publishedStatuses),
    after: fc.integer({ min: 1, max: span / 4 }),
  }),
  { maxLength: 3 },
);

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2030-01-01T12:00:00Z'),
  });
  const { db } = app;
  const mandate = await addMandate(db);
  fields = [await addField(db), await addField(db)];
  const rounds = [
    await addRound(db, { mandate_id: mandate.id, published_on: dayAt(20) }),
    await addRound(db, {
      mandate_id: mandate.id,
      number: 2,
      starts: '2020-09',
      ends: '2021-09',
      published_on: dayAt(200),
    }),
  ];
  municipalities = await addMunicipalities(db, [{}, {}, {}]);
  contracts = await addContracts(
    db,
    municipalities.map(({ id }) => ({
      municipality_id: id,
      mandate_id: mandate.id,
      priority_count: 4,
      priority_count_is: 'exact' as const,
    })),
  );
  const histories = fc.sample(anyHistory, { seed: 7, numRuns: 200 }).values();
  for (const [municipality, contract] of contracts.entries()) {
    const priorities = await addPriorities(
      db,
      contract.id,
      [0, 1, 0, 1].map((field) => ({ field_id: fields[field]?.id ?? '' })),
    );
    for (const [index, priority] of priorities.entries()) {
      const competence = index < 2 ? ('own' as const) : ('national' as const);
      await addComponents(db, priority.id, [{ competence }]);
      for (const [at, round] of rounds.entries()) {
        let day = at * (span / 2);
        for (const [before, { status, after }] of (histories.next().value ?? []).entries()) {
          day += after;
          history.push({
            municipality,
            field: index % 2,
            competence,
            priority: priority.id,
            round: round.id,
            version: before + 1,
            status,
            day: dayAt(day),
          });
        }
      }
    }
  }
  await addStatuses(
    db,
    history.map(({ priority, round, version, status, day }) => ({
      priority_id: priority,
      round_id: round,
      version,
      status,
      published_on: day,
      kind: version === 1 ? ('assessment' as const) : ('correction' as const),
      reason: version === 1 ? null : JSON.stringify({ sq: 'Gabim', en: 'Wrong' }),
    })),
  );
  const [disputed] = history;
  const dispute = { id: randomUUID(), key: 'as-of-dispute' };
  await db
    .insertInto('dispute')
    .values({
      ...dispute,
      priority_id: disputed?.priority ?? '',
      round_id: disputed?.round ?? '',
      version: 1,
      ground: 'wording',
      statement: JSON.stringify({ sq: 'Jo', en: 'No' }),
      received_on: dayAt(150),
      due_on: dayAt(180),
    })
    .execute();
  await inTransaction(db, rebuildTally);
});

/** The versions in force at the end of a day, by the test's own memory. */
function inForce(day: string): Version[] {
  const latest = new Map<string, Version>();
  for (const one of history.filter((version) => version.day <= day)) {
    const key = `${one.priority} ${one.round}`;
    if (one.version > (latest.get(key)?.version ?? 0)) latest.set(key, one);
  }
  return [...latest.values()];
}

const named = { fully: 'fully', partly: 'partly', not: 'not', noData: 'no-data' } as const;

/** Counts as figures have them, of remembered versions. */
function countsOf(versions: readonly Version[]) {
  return Object.fromEntries(
    Object.entries(named).map(([name, status]) => [
      name,
      versions.filter((one) => one.status === status).length,
    ]),
  );
}

async function network(day: string | undefined, fieldId?: string) {
  const { shownAs } = await asOfAsked(app, day);
  const all = await networkFigures(app, await listRounds(app), fieldId, shownAs);
  return new Map(all.map(({ round, figures }) => [round.id, figures]));
}

describe('as of any day', () => {
  test('the network, a field, a county, a municipality and a contract show what was published by then', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (day) => {
        const { shownAs } = await asOfAsked(app, day);
        const then = inForce(day);
        const [whole, ofField] = [await network(day), await network(day, fields[1]?.id)];
        const begun = new Set(then.map(({ round }) => round));
        expect(new Set(whole.keys())).toEqual(begun);
        for (const round of begun) {
          const own = then.filter((one) => one.round === round);
          expect(whole.get(round)?.counts).toMatchObject(countsOf(own));
          expect(ofField.get(round)?.counts).toMatchObject(countsOf(own.filter(({ field }) => field === 1)));
          const counties = await listCountyFigures(app, round, shownAs);
          const places = await municipalityFigures(app, { roundIds: [round] }, shownAs);
          const sum = countsOf(own.filter(({ municipality }) => municipality === 0));
          expect(places.get(municipalities[0]?.id ?? '')?.get(round)?.counts).toMatchObject(sum);
          expect(counties.reduce((all, { figures }) => all + figures.counts.fully, 0)).toBe(
            countsOf(own)['fully'],
          );
        }
        const ofContract = await statusesOfContract(app, contracts[2]?.id ?? '', shownAs);
        const told = [...ofContract].flatMap(([priority, rows]) =>
          [...rows].map(([round, { status, version }]) => ({ priority, round, status, version })),
        );
        const remembered = then
          .filter(({ municipality }) => municipality === 2)
          .map(({ priority, round, status, version }) => ({ priority, round, status, version }));
        expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
          new Set(remembered.map((one) => JSON.stringify(one))),
        );
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test('a comparison, by year, field and competence, is of what was published by then', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, fc.nat({ max: 2 }), async (day, place) => {
        const page = await showComparison(
          app,
          municipalities[place]?.key ?? '',
          undefined,
          await asOfAsked(app, day),
        );
        const own = inForce(day).filter(({ municipality }) => municipality === place);
        for (const { round, figures } of page.years) {
          expect(figures.counts).toMatchObject(countsOf(own.filter((one) => one.round === round.id)));
        }
        const chosen = own.filter((one) => one.round === page.chosen?.id);
        for (const { competence, figures } of page.byCompetence) {
          expect(figures.counts).toMatchObject(
            countsOf(chosen.filter((one) => one.competence === competence)),
          );
        }
        for (const [index, { figures }] of page.byField.entries()) {
          expect(figures.counts).toMatchObject(countsOf(chosen.filter(({ field }) => field === index)));
        }
      }),
      { numRuns: 20, seed: 4 },
    );
  });

  test('the CSV of a comparison has the figures of its page, line by line', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, async (day) => {
        const page = await showComparison(
          app,
          municipalities[0]?.key ?? '',
          undefined,
          await asOfAsked(app, day),
        );
        const rows: string[][] = parse(spreadCsv(page), { bom: true, from: 2 });
        const sets = [...page.years, ...page.byField, ...page.byCompetence];
        expect(rows.map((row) => [row[3], row[4], row[5], row[13]])).toEqual(
          sets.map(({ key, figures }) => [
            key,
            String(figures.denominator),
            String(figures.fullyAddressed.count),
            String(figures.atLeastPartlyAddressed.count),
          ]),
        );
      }),
      { numRuns: 10, seed: 5 },
    );
  });

  test('before the first publication there is nothing', async () => {
    const before = await asOfAsked(app, dayAt(0));
    expect((await network(dayAt(0))).size).toBe(0);
    expect((await showComparison(app, municipalities[0]?.key ?? '', undefined, before)).chosen).toBeNull();
    expect((await statusesOfContract(app, contracts[0]?.id ?? '', before.shownAs)).size).toBe(0);
  });

  test('after the last one, and today, everything is as it stands now', async () => {
    const now = await network(undefined);
    expect(now.size).toBe(2);
    expect(await network(dayAt(span * 2))).toEqual(now);
    expect(await network('2030-01-01')).toEqual(now);
    for (const { key } of municipalities) {
      const later = await showComparison(app, key, undefined, await asOfAsked(app, '2029-12-31'));
      // What is due, and how far the bands of context reach, is of the day that the page is drawn for.
      const { due: _due, context: _context, ...shown } = await showComparison(app, key, undefined, asOfNow);
      expect(later).toMatchObject(shown);
    }
  });

  test('a later day never has fewer priorities with a status', async () => {
    const read = async (day: string) =>
      [...(await network(day)).values()].reduce((sum, { counts }) => sum + 12 - counts.notAssessed, 0);
    await fc.assert(
      fc.asyncProperty(anyDay, anyDay, async (one, other) => {
        const [early = '', late = ''] = [one, other].toSorted((a, b) => (a < b ? -1 : 1));
        expect(await read(early)).toBeLessThanOrEqual(await read(late));
      }),
      { numRuns: 15, seed: 6 },
    );
  });

  test('a correction is seen from its day on', async () => {
    const corrections = history.filter(({ version }) => version === 2);
    expect(corrections.length).toBeGreaterThan(3);
    for (const { municipality, priority, round, day } of corrections.slice(0, 4)) {
      const versionOn = async (asked: string) => {
        const { shownAs } = await asOfAsked(app, asked);
        const all = await statusesOfContract(app, contracts[municipality]?.id ?? '', shownAs);
        return all.get(priority)?.get(round)?.version;
      };
      const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect([await versionOn(eve), await versionOn(day)]).toEqual([1, 2]);
    }
  });

  test('a dispute marks its status from the day it came', async () => {
    const contested = async (day: string) =>
      [...(await network(day)).values()].reduce((sum, { counts }) => sum + counts.contested, 0);
    expect([await contested(dayAt(149)), await contested(dayAt(150))]).toEqual([0, 1]);
  });
});
