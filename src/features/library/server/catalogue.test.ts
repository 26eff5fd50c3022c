import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { pdfOf, publicationOf } from '#testing/factories-library.ts';
import { catalogueFilter } from '../schema.ts';
import { rebuildCatalogue } from './catalogue/refresh.ts';
import { searchCatalogue } from './catalogue/search.ts';
import { changeDraft } from './drafts.ts';
import { exportList } from './exports.ts';
import { useLibrary, valueOf } from './library.fixture.ts';
import { writeOpds } from './opds-feed.ts';
import { readTextOf } from './read-file-text.ts';
import { listWorks, showPublication } from './works.ts';

const library = useLibrary();

const find = (asked: Record<string, string | number>) =>
  searchCatalogue(library.app(), 'sq', catalogueFilter.parse(asked));
const titles = async (asked: Record<string, string | number>) =>
  (await find(asked)).hits.map(({ title }) => title.sq ?? title.en);

beforeAll(async () => {
  const { app, organisation } = library.people();
  const works = [
    { titleSq: 'Ujërat e Fierit', authors: 'Besnik Hoxha', subjects: 'mjedisi', publishedOn: '2024' },
    {
      titleSq: 'Mjedisi dhe bashkia',
      authors: 'Ana Çela',
      subjects: 'uji',
      publishedOn: '2025',
      language: 'en' as const,
    },
    { titleSq: 'Buxheti vendor', authors: 'Mira Uji', publishedOn: '2023', kind: 'manual' as const },
    { titleSq: 'Manuali i dëgjimit', summarySq: 'Si dëgjohet një fshat për ujin.', publishedOn: '2022' },
  ];
  for (const work of works) {
    const id = await library.add({ titleEn: '', ...work });
    if (work.titleSq.startsWith('Buxheti'))
      valueOf(await library.addFile(id, pdfOf(['Kreu i parë', 'Asfaltimi dhe uji i pijshem', 'asfalti'])));
    const { key } = valueOf(await library.publish(id));
    const { files } = (await showPublication(app, key, { language: 'sq' })).work;
    for (const { sha256 } of files) await readTextOf(app, { sha256 });
  }
  await sql`INSERT INTO catalogue_item (id, key, organisation_id, kind, title, authors, published_on, language, call_number)
    VALUES (gen_random_uuid(), 'qendra/a-1', ${organisation.id}, 'book', 'Ujërat e Fierit dhe Vjosa', '{Kristo Frashëri}', '1998', 'sq', 'A 1'),
           (gen_random_uuid(), 'qendra/a-2', ${organisation.id}, 'book', 'Acque d’Albania', '{}', NULL, 'it', 'A 2')`.execute(
    app.db,
  );
  await inTransaction(app.db, (tx) => rebuildCatalogue(tx));
});

test('hits in titles come first, then those by author, subject, description and text, each saying where', async () => {
  const { hits } = await find({ q: 'uji' });
  expect(hits.map(({ title, found }) => [title.sq, found])).toEqual([
    ['Ujërat e Fierit', 'title'],
    ['Ujërat e Fierit dhe Vjosa', 'title'],
    ['Buxheti vendor', 'author'],
    ['Mjedisi dhe bashkia', 'subject'],
    ['Manuali i dëgjimit', 'description'],
  ]);
});

test('the very title comes before longer ones, however old they are', async () => {
  expect((await find({ q: 'ujerat e fierit' })).hits.map(({ found }) => found)).toEqual(['exact', 'title']);
});

test.each([
  ['ujerat', 'without ë'],
  ['ujërave', 'in another form'],
  ['ujera', 'as far as it is written'],
  ['ujeart', 'with a slip'],
])('%s finds a title: %s', async (q) => {
  expect(await titles({ q })).toContain('Ujërat e Fierit');
  // In whatever form it was asked for, the word is marked as it stands.
  expect((await find({ q })).marked).toContain('ujerat');
});

test('a word that the library has not, and nothing like it, finds nothing and is told', async () => {
  const { state, unknown } = await find({ q: 'xhybrjsq' });
  expect({ state, unknown }).toEqual({ state: 'none', unknown: [{ typed: 'xhybrjsq', instead: '' }] });
});

test('a word inside a file is shown with its page and what stands around it', async () => {
  const { hits } = await find({ q: 'asfaltimi pijshëm' });
  expect(hits).toMatchObject([{ title: { sq: 'Buxheti vendor' }, found: 'text', passage: { page: 2 } }]);
  expect(hits[0]?.passage?.pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    'Asfaltimi',
    'pijshem',
  ]);
});

test('words may be spread over title, author and text', async () => {
  expect((await find({ q: 'hoxha ujërat' })).hits).toMatchObject([{ found: 'author' }]);
  expect((await find({ q: 'buxheti asfaltimi' })).hits).toMatchObject([{ found: 'text' }]);
  expect((await find({ q: 'bashkia 2025' })).hits).toMatchObject([{ found: 'year' }]);
});

test('a word is left out by a minus, a search narrowed by each filter', async () => {
  expect(await titles({ q: 'ujërat -vjosa' })).not.toContain('Ujërat e Fierit dhe Vjosa');
  expect(await titles({ q: 'ujërat -vjosa' })).toContain('Ujërat e Fierit');
  expect(await titles({ q: 'ujërat', kind: 'book' })).toEqual(['Ujërat e Fierit dhe Vjosa']);
  expect(await titles({ q: 'ujërat', year: 2024 })).toEqual(['Ujërat e Fierit']);
  expect(await titles({ author: 'cela' })).toEqual(['Mjedisi dhe bashkia']);
  expect(await titles({ subject: 'mjedisi' })).toEqual(['Ujërat e Fierit']);
  expect(await titles({ language: 'it' })).toEqual(['Acque d’Albania']);
  expect(await titles({ file: 'yes' })).toEqual(['Buxheti vendor']);
  expect(await titles({ author: 'askush xyz' })).toEqual([]);
});

test.each([
  [{ q: 'uji' }, { year: 2025 }, ['Mjedisi dhe bashkia']],
  [{ q: 'uji' }, { author: 'besnik' }, ['Ujërat e Fierit']],
  [{ q: 'asfaltimi' }, { year: 2023 }, ['Buxheti vendor']],
  [{ q: 'asfaltimi' }, { author: 'besnik' }, []],
  [{ q: 'asfaltimi -kristo' }, {}, ['Buxheti vendor']],
  [{}, { year: 1998 }, ['Ujërat e Fierit dhe Vjosa']],
  [{}, { subject: 'uji', author: 'cela' }, ['Mjedisi dhe bashkia']],
])(
  '%j narrowed to %j gives of what it gives otherwise what is left, in titles and in texts',
  async (asked, to, left) => {
    const whole = await titles(asked);
    const narrowed = await titles({ ...asked, ...to });
    expect(narrowed).toEqual(left);
    expect(whole).toEqual(expect.arrayContaining(narrowed));
  },
);

test('a page goes on within the year that it is narrowed to', async () => {
  const [first] = (await find({ year: 2025 })).hits;
  const page = await searchCatalogue(library.app(), 'sq', catalogueFilter.parse({}), 1);
  expect(page.hits).toMatchObject([{ id: first?.id }]);
  expect(await titles({ year: 2025, after: page.next ?? '' })).toEqual([]);
  expect(await titles({ year: 2024, after: page.next ?? '' })).toEqual(['Ujërat e Fierit']);
});

test('pages go on where the one before ended, through the kinds of hits, each entry once', async () => {
  const { app } = library.people();
  const whole = await find({ q: 'uji' });
  const all = await find({});
  for (const [asked, expected] of [
    [{ q: 'uji' }, whole],
    [{}, all],
  ] as const) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await searchCatalogue(app, 'sq', catalogueFilter.parse({ ...asked, after }), 2);
      seen.push(...page.hits.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined && seen.length < 20);
    expect(seen).toEqual(expected.hits.map(({ id }) => id));
  }
  expect(all.hits).toHaveLength(6);
});

test.each(['', "'", ':*', '& | !', '\\', "' | 'a", '<->', '\u0000', '"', '-', 'title~2026', '()'])(
  'any text can be asked: %j',
  async (q) => {
    expect((await find({ q, author: q.slice(0, 200), after: q.slice(0, 100) })).state).toBeTypeOf('string');
  },
);

test('a correction is found by its new words, and no more by the old ones', async () => {
  const { app, editor, organisation } = library.people();
  const id = await library.add({ titleSq: 'Semafori', titleEn: '' });
  valueOf(await library.publish(id));
  expect(await titles({ q: 'semafori' })).toEqual(['Semafori']);
  const version = await library.versionOf(id);
  await changeDraft(
    app,
    editor,
    id,
    publicationOf({ organisation: organisation.id, titleSq: 'Ndriçimi', version }),
  );
  valueOf(await library.publish(id, { reason: 'Titull tjetër' }));
  expect(await titles({ q: 'ndricimi' })).toEqual(['Ndriçimi']);
  expect(await titles({ q: 'semafori' })).toEqual([]);
});

test('what is brought up to date bit by bit is as what is made anew', async () => {
  const { app } = library.people();
  const read = async () => ({
    entries: (await sql`SELECT id, digest, words, text_words FROM library_entry ORDER BY id`.execute(app.db))
      .rows,
    words: (await sql`SELECT * FROM library_word ORDER BY word, place`.execute(app.db)).rows,
  });
  const before = await read();
  await inTransaction(app.db, (tx) => rebuildCatalogue(tx));
  expect(await read()).toEqual(before);
});

test('a list is exported in its order for reference managers, and as a feed that goes on', async () => {
  const { app } = library.people();
  const filter = catalogueFilter.parse({ q: 'uji' });
  const { works } = await listWorks(app, 'sq', filter, 10);
  const { text } = await exportList(app, 'sq', filter, 'ris');
  expect([...text.matchAll(/^TI {2}- (.*)\r$/gm)].map(([, title]) => title)).toEqual(
    works.map(({ title }) => title.sq ?? title.en),
  );
  const feed: unknown = JSON.parse(await writeOpds(app, 'sq', filter));
  expect(feed).toMatchObject({
    links: expect.arrayContaining([expect.objectContaining({ rel: 'self' })]),
    publications: [{ metadata: { title: 'Ujërat e Fierit' } }, {}, {}, {}, {}],
  });
});
