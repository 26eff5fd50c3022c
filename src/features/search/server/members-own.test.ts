import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Language } from '#i18n/languages.ts';
import { useDatabase } from '#testing/database.ts';
import { appOn, refreshAll } from './record.fixture.ts';
import { search } from './service.ts';

// What members have, say of themselves and do together with others is found as a reader asks for it.

const database = useDatabase();

async function first(q: string, language: Language = 'sq') {
  return (await search(appOn(database()), { language, q })).results[0];
}

beforeAll(async () => {
  const { db } = database();
  await sql`
    WITH organisation AS (
      INSERT INTO organisation (id, key, name, aliases, areas, people) VALUES
        (gen_random_uuid(), 'ullinjte', '{"sq": "Ullinjtë", "en": "The Olive Trees"}', '{UPP}',
         '{"sq": "Buxhetimi vendor", "en": "Local budgeting"}', '{"sq": "Tre bibliotekarë"}') RETURNING id
    ), item AS (
      INSERT INTO catalogue_item (id, key, organisation_id, kind, title, authors, language, isbn, published_on)
      SELECT gen_random_uuid(), 'ullinjte/ujesjellesi', id, 'book', 'Ujësjellësi i qytetit', '{Arta Dervishi}'::text[], 'sq',
             '9780306406157', '1994'::partial_date FROM organisation
       UNION ALL
      SELECT gen_random_uuid(), 'ullinjte/acqua', id, 'book', 'L’acqua in città', '{Besa Hoxha}', 'it', NULL, NULL FROM organisation
    ), declaration AS (
      INSERT INTO declaration (id, key, organisation_id, year, version, declared_on, interests, reason)
      SELECT gen_random_uuid(), 'd1', id, 2026, 1, '2026-02-01'::date, '{"sq": "Asnjë interes"}'::jsonb, NULL::jsonb FROM organisation
       UNION ALL
      SELECT gen_random_uuid(), 'd2', id, 2026, 2, '2026-03-01', '{"sq": "Drejtorja zotëron shtypshkronjë"}', '{"sq": "Harruar"}'::jsonb
        FROM organisation
    ), training AS (
      INSERT INTO training_count (id, key, organisation_id, year, version, trainings, people)
      SELECT gen_random_uuid(), 't1', id, 2026, 1, 4, 61 FROM organisation
    ), partner AS (
      INSERT INTO partner (id, key, name, kind, together)
      VALUES (gen_random_uuid(), 'radio-vala', '{"sq": "Radio Vala", "en": "Wave Radio"}', 'media', '{"sq": "Forume në valë"}')
    )
    INSERT INTO methodology_version (id, key, number, published_on, text, sha256)
    VALUES (gen_random_uuid(), '2', 2, '2026-01-15', '{"sq": "Takimi i **parë** mbahet në shkollë."}', repeat('0', 64))`.execute(
    db,
  );
  await refreshAll(db);
});

test('what stands on a shelf is found by title, author and number, and read at its own address', async () => {
  const found = { kind: 'item', href: '/sq/library/items/ullinjte/ujesjellesi', year: 1994 };
  for (const q of ['ujesjellesi', 'Arta Dervishi', '9780306406157'])
    expect(await first(q)).toMatchObject(found);
  expect(await first('acqua', 'en')).toMatchObject({ kind: 'item', textLanguage: 'it' });
});

test('a partner is found by its name in either language, and for what was done together', async () => {
  for (const q of ['Radio Vala', 'Wave Radio', 'forume']) {
    expect(await first(q)).toMatchObject({ kind: 'partner', href: '/sq/partners#radio-vala' });
  }
});

test('a declaration is found as it now reads, on the page of who declared', async () => {
  expect(await first('shtypshkronjë')).toMatchObject({
    kind: 'declaration',
    href: '/sq/members/ullinjte#declarations',
    year: 2026,
  });
  expect(await first('asnjë')).toBeUndefined();
  const [, ...others] = (await search(appOn(database()), { language: 'en', q: 'declaration olive trees' }))
    .results;
  expect(others).toEqual([]);
});

test('trainings are found by who held them', async () => {
  const answer = await search(appOn(database()), { language: 'en', q: 'trainings olive', kind: 'training' });
  expect(answer.results).toMatchObject([{ href: '/en/members/ullinjte#capacity', year: 2026 }]);
});

test('the methodology is found by its name and by what a version says', async () => {
  for (const q of ['metodologjia', 'takimi i parë']) {
    expect(await first(q)).toMatchObject({ kind: 'methodology', href: '/sq/methodology/versions/2' });
  }
});

test('a member is found by what it works on and who it consists of, before what it has', async () => {
  for (const q of ['buxhetimi', 'bibliotekarë', 'ullinjtë', 'UPP']) {
    expect(await first(q)).toMatchObject({ kind: 'organisation', href: '/sq/members/ullinjte' });
  }
});
