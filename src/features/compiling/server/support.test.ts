import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { addBoard, addSession, addVoicedNeeds, type TestBoard } from '#testing/factories-compiling.ts';
import { ageBands, noSupport, sumSupport, type HeldSession } from '../support.ts';
import { readSupport } from './support.ts';

const database = useDatabase();

const group = fc.record({
  sex: fc.constantFrom('women' as const, 'men' as const, 'not-stated' as const),
  age: fc.constantFrom(...ageBands),
  people: fc.integer({ min: 1, max: 40 }),
});
const session = fc.record({
  unit: fc.option(fc.nat({ max: 1 })),
  participants: fc.option(fc.integer({ min: 0, max: 90 })),
  attendance: fc.uniqueArray(group, { maxLength: 3, selector: ({ sex, age }) => `${sex} ${age}` }),
});
const sessions = fc.array(session, { maxLength: 3 });
const needs = fc.array(
  fc.record({ session: fc.option(fc.nat({ max: 2 })), unit: fc.option(fc.nat({ max: 1 })) }),
  { maxLength: 6 },
);

test('the database sums the support of a candidate as the rule says', async () => {
  const { db } = database();
  const board = await addBoard(db);
  const units = [await addUnit(board), await addUnit(board)];
  const unitOf = (at: number | null) => (at === null ? null : (units[at] ?? null));
  await fc.assert(
    fc.asyncProperty(sessions, needs, async (held, voiced) => {
      const known = new Map<string, HeldSession>();
      for (const { unit, participants, attendance } of held) {
        const row = await addSession(db, board, {
          // A session that was held has counted who came.
          ...(participants === null ? {} : { state: 'held' as const, channel: 'on-site' as const }),
          unit_id: unitOf(unit),
          participants,
        });
        known.set(row.id, { unitId: unitOf(unit), participants, attendance });
        for (const { sex, age, people } of attendance) {
          const counted = { session_id: row.id, sex, age_band: age, people };
          await db.insertInto('listening_attendance').values(counted).execute();
        }
      }
      const ids = [...known.keys()];
      const behind = voiced.map(({ session: at, unit }) => ({
        sessionId: at === null ? null : (ids[at] ?? null),
        unitId: unitOf(unit),
      }));
      const candidateId = await addCandidate(board, behind);
      const support = await readSupport(db, board, [candidateId]);
      expect(support.get(candidateId)).toEqual(behind.length === 0 ? noSupport : sumSupport(behind, known));
    }),
    { numRuns: 25 },
  );
});

async function addUnit({ municipalityId }: TestBoard): Promise<string> {
  const id = randomUUID();
  await database()
    .db.insertInto('administrative_unit')
    .values({ id, key: `unit-${id}`, municipality_id: municipalityId, name: 'Njësia' })
    .execute();
  return id;
}

async function addCandidate(
  board: TestBoard,
  behind: readonly { sessionId: string | null; unitId: string | null }[],
): Promise<string> {
  const { db } = database();
  const { municipalityId, mandateId } = board;
  const id = randomUUID();
  await db
    .insertInto('candidate_priority')
    .values({ id, municipality_id: municipalityId, mandate_id: mandateId, title: 'Kandidati' })
    .execute();
  if (behind.length === 0) return id;
  const given = behind.map(({ sessionId, unitId }) => ({
    statement: 'Uji',
    session_id: sessionId,
    unit_id: unitId,
  }));
  const needIds = await addVoicedNeeds(db, board, given);
  await db
    .insertInto('compiled_need')
    .values(needIds.map((need) => ({ municipality_id: municipalityId, need_id: need, candidate_id: id })))
    .execute();
  return id;
}
