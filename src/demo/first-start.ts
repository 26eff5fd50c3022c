import { sql } from 'kysely';
import type { App } from '#server/app.ts';
import { fillDemo } from './fill.ts';

const marker = 'demo-work';

/**
 * Fills the workspace of the demonstration at its first start: in a demonstration only, and only where nobody has worked in
 * it yet. It goes through the services as people's work does, so what is published shows in the record.
 */
export async function fillDemoOnFirstStart(app: App, say: (text: string) => void): Promise<void> {
  if (!app.config.demo) return;
  const mark = await readMark(app);
  if (mark === 'begun') {
    say(
      'The work of the demonstration is being made, or was interrupted: start with an empty DATA_DIR for all of it',
    );
  }
  if (mark !== undefined || !(await isUntouched(app)) || !(await begin(app))) return;
  await fillDemo(app, say);
  await sql`UPDATE installation SET value = 'done' WHERE key = ${marker}`.execute(app.db);
}

/** An import can have brought the next mandate into the record, with what was done for it. */
async function isUntouched(app: App): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    SELECT EXISTS (SELECT FROM cycle) OR EXISTS (SELECT FROM listening_session)
      OR EXISTS (SELECT FROM mandate WHERE key = '2027-2031') AS touched`.execute(app.db);
  return rows[0]?.touched === false;
}

async function readMark(app: App): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`
    SELECT value FROM installation WHERE key = ${marker}`.execute(app.db);
  return rows[0]?.value;
}

/** @returns false where another process has begun meanwhile */
async function begin(app: App): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO installation (key, value) VALUES (${marker}, 'begun')
    ON CONFLICT DO NOTHING RETURNING key`.execute(app.db);
  return rows.length > 0;
}
