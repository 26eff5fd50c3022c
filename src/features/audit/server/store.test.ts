import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { askedEvents, readEvents } from './store.ts';

const database = useDatabase();
const rows = 20_000;

beforeAll(async () => {
  await sql`
    INSERT INTO audit_event (id, happened_at, actor, action, subject_kind, subject_id, reason, before, after)
    SELECT gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 minute', 'a' || n % 40, 'change', 'need', 'n' || n,
           CASE WHEN n % 10 = 0 THEN 'Arsyeja ' || md5(n::text) END,
           jsonb_build_object('text', md5('b' || n)), jsonb_build_object('text', md5('c' || n), 'place', 'Kinema e Fierit')
      FROM generate_series(1, ${rows}::int) n`.execute(database().db);
  await sql`VACUUM ANALYZE audit_event`.execute(database().db);
});

async function planOf(text: string): Promise<string> {
  const lines = await askedEvents(database().db, { text, limit: 51 }).explain('text');
  return JSON.stringify(lines);
}

test('a text that few events have is found by its index, wherever it stands', async () => {
  const { rows: sums } = await sql<{ reason: string; before: string; after: string }>`
    SELECT md5('770') AS reason, md5('b770') AS before, md5('c770') AS after`.execute(database().db);
  for (const text of Object.values(sums[0] ?? {})) {
    const part = text.slice(3, 15);
    expect(await planOf(part)).toContain('audit_event_by_text');
    const found = await readEvents(database().db, { text: part.toUpperCase(), limit: 51 });
    expect(found.map(({ subjectId }) => subjectId)).toEqual(['n770']);
  }
});

test('a text that all events have is read from the newest on, and not looked up first', async () => {
  expect(await planOf('kinema')).toContain('audit_event_by_time');
  const found = await readEvents(database().db, { text: 'kinema', limit: 2 });
  expect(found.map(({ subjectId }) => subjectId)).toEqual([`n${rows}`, `n${rows - 1}`]);
});
