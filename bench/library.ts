import { catalogueFilter } from '#features/library/schema.ts';
import { searchCatalogue } from '#features/library/server/catalogue/search.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase, type Db } from '#server/database/db.ts';
import type { BoardFigure } from './board.ts';
import { librarySize, seedLibrary, type Vocabulary } from './library-seed.ts';
import { quantile, seeded } from './statistics.ts';

const runs = 400;
const limit = 100;

/** Searches of a library of 200,000 titles and 20,000 texts, each a page's one service call. */
export async function measureLibrary(databaseUrl: string): Promise<BoardFigure[]> {
  await migrate(databaseUrl);
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  try {
    const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database);
    const vocabulary = await seedLibrary(app.db);
    return await measure(app, vocabulary);
  } finally {
    await database.close();
  }
}

/** Two letters that stand side by side change places. */
function mistyped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

async function drawTitles(db: Db, column: 'title' | 'authors'): Promise<string[]> {
  const rows = await db
    .selectFrom('library_entry')
    .select(['title', 'authors'])
    .where((eb) => eb.fn('left', [eb.ref('digest'), eb.lit(2)]), '=', '0a')
    .orderBy('digest')
    .limit(500)
    .execute();
  return rows.map(({ title, authors }) => (column === 'title' ? (title.sq ?? '') : authors));
}

async function measure(app: App, { words, draw }: Vocabulary): Promise<BoardFigure[]> {
  const random = seeded(23);
  const some = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const [titles, authors] = [await drawTitles(app.db, 'title'), await drawTitles(app.db, 'authors')];
  const { rows: subjects } = await app.pool.query<{ subject: string }>(
    `SELECT subject FROM (SELECT DISTINCT unnest(subjects) AS subject FROM publication) s ORDER BY md5(subject) LIMIT 400`,
  );
  const find = (asked: Record<string, string>) => searchCatalogue(app, 'sq', catalogueFilter.parse(asked));
  const frequent = words.slice(0, 50);
  const rare = words.slice(20_000);
  const titleWords = () => {
    const own = (some(titles) ?? '').split(' ');
    const start = Math.floor(random() * own.length);
    return own.slice(start, start + 1 + Math.floor(random() * 3)).join(' ');
  };
  return [
    await timed('words of a title', () => find({ q: titleWords() })),
    await timed('a whole title', () => find({ q: some(titles) ?? '' })),
    await timed('an author', () => find({ q: some(authors) ?? '' })),
    await timed('a subject', () => find({ subject: some(subjects)?.subject ?? '' })),
    await timed('words as a language has them, one', () => find({ q: draw(random) })),
    await timed('words as a language has them, two', () => find({ q: `${draw(random)} ${draw(random)}` })),
    await timed('one of the fifty most usual words', () => find({ q: some(frequent) ?? '' })),
    await timed('two of the fifty most usual words', () =>
      find({ q: `${some(frequent)} ${some(frequent)}` }),
    ),
    await timed('rare words, mostly in texts alone', () => find({ q: some(rare) ?? '' })),
    await timed('words of texts, three', () =>
      find({ q: `${draw(random)} ${draw(random)} ${draw(random)}` }),
    ),
    await timed('mistyped', () => find({ q: mistyped(draw(random), random) })),
    await timed('mixed: title, author and year', () =>
      find({
        q: `${titleWords()} ${(some(authors) ?? '').split(',')[0]} ${1950 + Math.floor(random() * 76)}`,
      }),
    ),
    await timed('narrowed: a usual word with a file', () => find({ q: some(frequent) ?? '', file: 'yes' })),
    await timed('the second page of a usual word', async () => {
      const q = some(frequent) ?? '';
      const { next } = await find({ q });
      return find({ q, after: next ?? '' });
    }),
  ];
}

/** One after the other, so that each is measured by itself; the first are for the engines to warm up. */
async function timed(what: string, run: () => Promise<unknown>): Promise<BoardFigure> {
  for (let n = 0; n < 20; n += 1) await run();
  const latencies: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const began = performance.now();
    await run();
    latencies.push(performance.now() - began);
  }
  return { what, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), runs, limit };
}

const number = new Intl.NumberFormat('en');

export const libraryTitle = `A library of ${number.format(librarySize.titles)} titles, ${number.format(librarySize.texts)} of them with a text of ${librarySize.pages} pages`;
