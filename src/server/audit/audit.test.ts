import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { recordAudit } from './audit.ts';

const database = useDatabase();

test('an event keeps who, what, why, before and after, and the request', async () => {
  const { db } = database();
  await recordAudit(db, {
    actor: 'cli',
    action: 'rename',
    subject: { kind: 'municipality', id: 'fier' },
    reason: 'a slip',
    before: { name: 'Fieri' },
    after: { name: 'Fier' },
    requestId: 'r-1',
  });
  const event = await db.selectFrom('audit_event').selectAll().executeTakeFirstOrThrow();
  expect(event).toMatchObject({
    actor: 'cli',
    action: 'rename',
    subject_kind: 'municipality',
    subject_id: 'fier',
    reason: 'a slip',
    before: { name: 'Fieri' },
    after: { name: 'Fier' },
    request_id: 'r-1',
  });
  expect(event.happened_at).toBeInstanceOf(Date);
});

test('a change that is rolled back leaves no event', async () => {
  const { db } = database();
  const failing = inTransaction(db, async (tx) => {
    await recordAudit(tx, { actor: 'cli', action: 'undone', subject: { kind: 'test' } });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db.selectFrom('audit_event').selectAll().where('action', '=', 'undone').execute()).toEqual([]);
});

/** What would change or take away events, in Kysely's words or SQL's. */
const rewriting =
  /(updateTable|deleteFrom|replaceInto|mergeInto)\(\s*['"`]audit_event|(UPDATE|DELETE\s+FROM|TRUNCATE(\s+TABLE)?|MERGE\s+INTO)\s+(ONLY\s+)?"?audit_event/i;

test('no code changes or removes an event', async () => {
  const found: string[] = [];
  for await (const file of glob(['{src,scripts,bench}/**/*.{ts,mjs,js,svelte,sql}', 'migrations/*.sql'])) {
    const isThisFile = file.endsWith('audit/audit.test.ts');
    if (!isThisFile && rewriting.test(await readFile(file, 'utf8'))) found.push(file);
  }
  expect(found).toEqual([]);
});

test.each(["db.deleteFrom('audit_event')", 'update audit_event SET actor', 'TRUNCATE TABLE audit_event'])(
  'the search for such code knows %s',
  (code) => {
    expect(code).toMatch(rewriting);
  },
);
