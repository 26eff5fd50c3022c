import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addNeeds, addPlaces, appOn, refreshAll } from './record.fixture.ts';
import { refreshSearch, search } from './service.ts';

describe('keeping search up to date', () => {
  const database = useDatabase();

  async function contents() {
    const { db } = database();
    const documents = await sql`SELECT * FROM search_document ORDER BY subject_id, language`.execute(db);
    const words = await sql`SELECT * FROM search_word ORDER BY language, word`.execute(db);
    const indexes = await sql`
      SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'search%' ORDER BY 1`.execute(db);
    return { documents: documents.rows, words: words.rows, indexes: indexes.rows };
  }

  beforeEach(async () => {
    const { db } = database();
    await sql`TRUNCATE county, mandate, field CASCADE`.execute(db);
    await addPlaces(db);
    await addNeeds(db, [
      { key: 'road', sq: 'Rruga e fshatit' },
      { key: 'water', sq: 'Ujë i pijshëm', municipality: 'durres' },
    ]);
    await refreshAll(db);
  });

  async function change(municipality: string): Promise<string[]> {
    const { db } = database();
    await sql`UPDATE need SET statement = '{"sq": "Ura e re"}' WHERE key = 'road'`.execute(db);
    await addNeeds(db, [{ key: 'bridge', sq: 'Ura dhe rruga', municipality }]);
    const { rows } = await sql<{
      id: string;
    }>`SELECT id FROM municipality WHERE key = ${municipality}`.execute(db);
    return rows.map(({ id }) => id);
  }

  it('what changed alone gives the same as everything anew', async () => {
    const municipalityIds = await change('fier');
    await inTransaction(database().db, (tx) => refreshSearch(tx, { kinds: ['need'], municipalityIds }));
    const changed = await contents();
    await refreshAll(database().db);
    expect(changed).toEqual(await contents());
  });

  it('a kind alone gives the same as everything anew', async () => {
    await change('durres');
    await inTransaction(database().db, (tx) => refreshSearch(tx, { kinds: ['need'] }));
    const changed = await contents();
    await refreshAll(database().db);
    expect(changed).toEqual(await contents());
  });

  it('some rows alone give the same as everything anew', async () => {
    await change('durres');
    const { rows } = await sql<{ id: string }>`SELECT id FROM need WHERE key IN ('road', 'bridge')`.execute(
      database().db,
    );
    const subjectIds = rows.map(({ id }) => id);
    await inTransaction(database().db, (tx) => refreshSearch(tx, { kinds: ['need'], subjectIds }));
    const changed = await contents();
    await refreshAll(database().db);
    expect(changed).toEqual(await contents());
  });

  it('everything anew keeps the indexes and their names', async () => {
    const before = await contents();
    await refreshAll(database().db);
    expect((await contents()).indexes).toEqual(before.indexes);
    expect(before.indexes.length).toBe(7);
  });

  it('common words are not stored', async () => {
    const { words } = await contents();
    expect(words).toContainEqual({ language: 'sq', word: 'fshatit', occurrences: 1 });
    expect(words).not.toContainEqual(expect.objectContaining({ language: 'sq', word: 'e' }));
  });

  it('what is gone is found no more, and its words are unknown', async () => {
    const { db } = database();
    await sql`DELETE FROM need WHERE key = 'water'`.execute(db);
    await inTransaction(db, (tx) => refreshSearch(tx, { kinds: ['need'] }));
    const answer = await search(appOn(database()), { language: 'sq', q: 'pijshëm' });
    expect(answer).toMatchObject({ state: 'none', unknown: [{ typed: 'pijshëm', instead: '' }] });
  });

  it('a transaction that fails leaves search as it was', async () => {
    const before = await contents();
    await change('fier');
    const failing = inTransaction(database().db, async (tx) => {
      await refreshSearch(tx);
      throw new Error('after all');
    });
    await expect(failing).rejects.toThrow('after all');
    expect(await contents()).toEqual(before);
  });

  it('two rebuilds at once wait for one another', async () => {
    await Promise.all([refreshAll(database().db), refreshAll(database().db)]);
    expect((await search(appOn(database()), { language: 'sq', q: 'rruga' })).state).toBe('found');
  });
});
