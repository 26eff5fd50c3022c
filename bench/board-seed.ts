import { inTransaction, type Db } from '#server/database/db.ts';
import { addBoard, addCompiler, addSession, type TestBoard } from '#testing/factories-compiling.ts';
import { lockBoard } from '#features/compiling/server/board-store.ts';
import { countAgain } from '#features/compiling/server/counts-store.ts';
import { sql } from 'kysely';
import { inventNeeds } from './invented-needs.ts';

export const boardNeeds = 20_000;
const sessions = 120;
const candidates = 200;
/** Municipalities beside the one that is measured, each with a tenth of its needs: one index holds them all. */
const neighbours = 10;

/** A board of 20,000 needs, six in ten of them grouped, one in twenty set aside; others like it beside. */
export async function seedBoard(
  db: Db,
): Promise<{ board: TestBoard; actor: Awaited<ReturnType<typeof addCompiler>> }> {
  const board = await addBoard(db);
  await inTransaction(db, async (tx) => {
    await fill(tx, board, boardNeeds, sessions);
    for (let n = 0; n < neighbours; n += 1) await fill(tx, await addBoard(tx), boardNeeds / 10, 12);
  });
  await group(db, board);
  await sql`VACUUM ANALYZE`.execute(db);
  return { board, actor: await addCompiler(db, board) };
}

async function fill(tx: Db, board: TestBoard, count: number, meetings: number): Promise<void> {
  const held = [];
  for (let n = 0; n < meetings; n += 1) {
    const day = `2027-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    held.push(
      await addSession(tx, board, {
        held_on: day,
        place: `Salla ${n + 1}`,
        state: 'held',
        channel: 'on-site',
        participants: 30,
      }),
    );
  }
  await sql`
    INSERT INTO voiced_need (id, municipality_id, mandate_id, session_id, position, statement)
    SELECT gen_random_uuid(), ${board.municipalityId}::uuid, ${board.mandateId}::uuid,
           (${held.map(({ id }) => id)}::uuid[])[1 + n % ${meetings}::integer], 1 + n / ${meetings}::integer, statement
    FROM unnest(${inventNeeds(count)}::text[]) WITH ORDINALITY AS said (statement, n)`.execute(tx);
}

async function group(db: Db, { municipalityId, mandateId }: TestBoard): Promise<void> {
  await sql`
    INSERT INTO candidate_priority (id, municipality_id, mandate_id, title)
    SELECT gen_random_uuid(), ${municipalityId}::uuid, ${mandateId}::uuid, 'Kandidati ' || n
    FROM generate_series(1, ${candidates}::integer) n`.execute(db);
  await sql`
    WITH known AS (SELECT array_agg(id ORDER BY id) AS ids FROM candidate_priority WHERE municipality_id = ${municipalityId})
    INSERT INTO compiled_need (municipality_id, need_id, candidate_id, set_aside_reason)
    SELECT municipality_id, id,
           CASE WHEN n % 20 < 12 THEN (SELECT ids FROM known)[1 + n % ${candidates}::integer] END,
           CASE WHEN n % 20 = 12 THEN 'Jo në kompetencë të bashkisë' END
    FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM voiced_need WHERE municipality_id = ${municipalityId}) need
    WHERE n % 20 <= 12`.execute(db);
  const made = await db
    .selectFrom('candidate_priority')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .execute();
  await lockBoard(db, { municipalityId, mandateId });
  await countAgain(
    db,
    { municipalityId, mandateId },
    made.map(({ id }) => id),
  );
}
