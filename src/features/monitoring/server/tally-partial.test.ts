import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction, type Db } from '#server/database/db.ts';
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
import { rebuildTally, refreshTally } from './tally.ts';

const database = useDatabase();

const statuses = ['fully', 'partly', 'not', 'no-data', 'not-assessable'] as const;
const rounds = 2;

/** The size of a contract as frozen, its start before or within the second round, the fields of its priorities in the record. */
const contractArbitrary = fc.record({
  municipality: fc.nat({ max: 3 }),
  mandate: fc.nat({ max: 1 }),
  size: fc.option(
    fc.record({ count: fc.integer({ min: 1, max: 5 }), is: fc.constantFrom('exact', 'at-least') }),
  ),
  isLate: fc.boolean(),
  fields: fc.array(fc.nat({ max: 1 }), { maxLength: 4 }),
});
/** Statuses of one contract in one round: of some of its priorities, perhaps with a correction. */
const assessmentArbitrary = fc.record({
  contract: fc.nat({ max: 7 }),
  round: fc.nat({ max: rounds - 1 }),
  given: fc.array(
    fc.record({ status: fc.constantFrom(...statuses), initiated: fc.boolean(), contested: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  ),
  isCorrected: fc.boolean(),
});
type Publication =
  | { kind: 'contract'; what: typeof contractArbitrary extends fc.Arbitrary<infer T> ? T : never }
  | { kind: 'assessment'; what: typeof assessmentArbitrary extends fc.Arbitrary<infer T> ? T : never };
const publicationsArbitrary = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('contract' as const), what: contractArbitrary }),
    fc.record({ kind: fc.constant('assessment' as const), what: assessmentArbitrary }),
  ),
  { minLength: 2, maxLength: 10 },
);

interface Held {
  municipalityId: string;
  mandate: number;
  priorities: readonly string[];
}

async function addFrame(db: Db) {
  const municipalities = await addMunicipalities(db, [{}, {}, {}, {}]);
  const fields = [await addField(db), await addField(db)];
  const mandates = [await addMandate(db), await addMandate(db)];
  const roundIds = [];
  for (const mandate of mandates) {
    const ofMandate = [];
    for (let number = 1; number <= rounds; number += 1) {
      ofMandate.push(
        await addRound(db, {
          mandate_id: mandate.id,
          number,
          starts: `20${18 + number}`,
          ends: `20${19 + number}`,
        }),
      );
    }
    roundIds.push(ofMandate.map(({ id }) => id));
  }
  return { municipalities, fields, mandates, roundIds };
}

type Frame = Awaited<ReturnType<typeof addFrame>>;

/** Publishes one thing. @returns the municipality in which something changed, if anything did */
async function publish(
  db: Db,
  frame: Frame,
  held: Held[],
  publication: Publication,
): Promise<string | undefined> {
  if (publication.kind === 'contract') {
    const { municipality, mandate, size, isLate, fields } = publication.what;
    const municipalityId = frame.municipalities[municipality]?.id ?? '';
    if (held.some((one) => one.municipalityId === municipalityId && one.mandate === mandate))
      return undefined;
    const [contract] = await addContracts(db, [
      {
        municipality_id: municipalityId,
        mandate_id: frame.mandates[mandate]?.id ?? '',
        starts: isLate ? '2021' : null,
        priority_count: size?.count ?? null,
        priority_count_is: size?.is ?? null,
      },
    ]);
    const priorities =
      fields.length === 0 || !contract
        ? []
        : await addPriorities(
            db,
            contract.id,
            fields.map((field) => ({ field_id: frame.fields[field]?.id ?? '' })),
          );
    held.push({ municipalityId, mandate, priorities: priorities.map(({ id }) => id) });
    return municipalityId;
  }
  const { contract, round, given, isCorrected } = publication.what;
  const assessed = held[contract % Math.max(1, held.length)];
  const roundId = frame.roundIds[assessed?.mandate ?? 0]?.[round] ?? '';
  const told = await sql<{
    id: string;
  }>`SELECT priority_id AS id FROM status WHERE round_id = ${roundId}`.execute(db);
  const known = new Set(told.rows.map(({ id }) => id));
  const due = (assessed?.priorities ?? []).slice(0, given.length).filter((id) => !known.has(id));
  const rows = due.map((priority_id, index) => ({ priority_id, round_id: roundId, ...given[index] }));
  if (!assessed || rows.length === 0) return undefined;
  await addStatuses(db, rows);
  if (isCorrected) {
    const reason = JSON.stringify({ sq: 'Gabim', en: 'A mistake' });
    await addStatuses(
      db,
      rows.slice(0, 1).map((row) => ({ ...row, version: 2, kind: 'correction', status: 'not', reason })),
    );
  }
  return assessed.municipalityId;
}

function readTally(db: Db) {
  const byMunicipality = db.selectFrom('tally').selectAll().orderBy('round_id').orderBy('municipality_id');
  return byMunicipality.orderBy('field_id').execute();
}

test('counting anew where something was published gives the same as counting everything anew', async () => {
  const { db } = database();
  const frame = await addFrame(db);
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(publicationsArbitrary, async (publications) => {
      await sql`DELETE FROM tally; DELETE FROM status; DELETE FROM priority; DELETE FROM contract`.execute(
        db,
      );
      const held: Held[] = [];
      for (const publication of publications) {
        const municipalityId = await publish(db, frame, held, publication);
        if (municipalityId !== undefined) await refreshTally(db, [municipalityId]);
      }
      const refreshed = await readTally(db);
      await inTransaction(db, (tx) => rebuildTally(tx));
      expect(refreshed).toEqual(await readTally(db));
      counted = Math.max(counted, refreshed.length);
    }),
    { numRuns: 40 },
  );
  expect(counted).toBeGreaterThan(4);
});
