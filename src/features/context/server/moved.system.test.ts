import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrationsFolder, readMigrations } from '#server/database/migrate.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { createTestDatabase } from '#testing/database.ts';

test('events of the kind context become periods, under the ids that packages give them, and lose nothing', async () => {
  const own = await createTestDatabase('template0');
  const folder = await mkdtemp(join(tmpdir(), 'pop-migrations-'));
  try {
    const before = (await readMigrations()).filter(({ name }) => name < '0054');
    for (const { name } of before) await cp(join(migrationsFolder, name), join(folder, name));
    await migrate(own.url, folder);
    const keys = ['2019-11-26-earthquake', '2020-03-covid-19', `${'era-e-janarit-'.repeat(9)}2026`];
    await own.pool.query(
      `INSERT INTO event (id, key, kind, title, starts, ends, summary) VALUES
       ($1, $2, 'context', '{"sq": "Tërmeti"}', '2019-11-26', NULL, NULL),
       ($3, $4, 'context', '{"sq": "COVID-19"}', '2020-03', NULL, '{"en": "From March 2020."}'),
       ($5, $6, 'context', '{"sq": "Era"}', '2026-01-11', '2026-01-13', NULL),
       ($7, 'takimi', 'meeting', '{"sq": "Takimi"}', '2020-01-30', NULL, NULL)`,
      [...keys.flatMap((key) => [idOf('event', key), key]), idOf('event', 'takimi')],
    );
    await own.pool.query(`INSERT INTO source (id, key, title) VALUES ($1, 'public-pages', 'Faqe publike')`, [
      idOf('source', 'public-pages'),
    ]);
    await own.pool.query(
      `INSERT INTO citation (subject_id, subject_kind, source_id, position) VALUES ($1, 'event', $2, 0)`,
      [idOf('event', keys[0] ?? ''), idOf('source', 'public-pages')],
    );
    expect(await migrate(own.url)).toContain('0054_context.sql');
    const { rows } = await own.pool.query(
      'SELECT id, key, name, version, kind, starts, ends, ends_is, summary FROM context_period ORDER BY starts',
    );
    expect(rows).toEqual([
      {
        id: idOf('context_period', keys[0] ?? ''),
        key: keys[0],
        name: keys[0],
        version: 1,
        kind: 'disaster',
        starts: '2019-11-26',
        ends: '2019-11-26',
        ends_is: 'known',
        summary: null,
      },
      {
        id: idOf('context_period', keys[1] ?? ''),
        key: keys[1],
        name: keys[1],
        version: 1,
        kind: 'epidemic',
        starts: '2020-03',
        ends: null,
        ends_is: 'unknown',
        summary: { en: 'From March 2020.' },
      },
      {
        id: idOf('context_period', keys[2] ?? ''),
        key: keys[2],
        name: keys[2],
        version: 1,
        kind: 'disaster',
        starts: '2026-01-11',
        ends: '2026-01-13',
        ends_is: 'known',
        summary: null,
      },
    ]);
    const cited = await own.pool.query('SELECT subject_id, subject_kind FROM citation');
    expect(cited.rows).toEqual([{ subject_id: rows[0]?.id, subject_kind: 'context_period' }]);
    const events = await own.pool.query('SELECT key FROM event');
    expect(events.rows).toEqual([{ key: 'takimi' }]);
  } finally {
    await rm(folder, { recursive: true });
    await own.drop();
  }
});
