import { describe, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { readFolder, recordFolder } from './record-folders.fixture.ts';
import { useRecordDatabase } from './record.fixture.ts';
import { exportRecord, heldRecord, importRecord } from './service.ts';

const newFolder = useFolders();

describe.each(['real', 'demo'] as const)('the %s record', (name) => {
  const database = useRecordDatabase(name);
  const folder = recordFolder(name);
  const bring = (dryRun = false) => importRecord(database().pool, { folder, dryRun, actor: 'test' });
  const version = async () =>
    (await database().pool.query('SELECT version, changed_at FROM record_version')).rows[0];

  test('is held by the database after its import', async () => {
    expect(await heldRecord(database().pool)).toBe(name);
  });

  test('comes out of an export byte by byte as it went in', async () => {
    const exported = await newFolder();
    await exportRecord(database().pool, { folder: exported });
    expect(await readFolder(exported)).toEqual(await readFolder(folder));
  });

  test('imported again, has nothing to change and does not touch the version of the record', async () => {
    const before = await version();
    expect(await bring()).toMatchObject({ kind: 'unchanged' });
    expect(await bring(true)).toMatchObject({ kind: 'unchanged' });
    expect(await version()).toEqual(before);
  });

  test('has its import in the audit, with counts', async () => {
    const { rows } = await database().pool.query(
      `SELECT actor, action, reason, after FROM audit_event WHERE subject_kind = 'record'`,
    );
    expect(rows).toMatchObject([
      { actor: 'test', action: 'import', reason: folder, after: { rounds: { changed: 0 } } },
    ]);
  });

  test('can be found', async () => {
    const { rows } = await database().pool.query(
      `SELECT count(*)::int AS found FROM search_document WHERE kind = 'priority'`,
    );
    const { rows: all } = await database().pool.query('SELECT count(*)::int * 2 AS found FROM priority');
    expect(rows).toEqual(all);
  });
});
