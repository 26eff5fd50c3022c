import type { Actor } from '#features/accounts/actor.ts';
import { boardFilter } from '#features/compiling/schema.ts';
import { showBoard, showNearNeeds } from '#features/compiling/server/board.ts';
import { listDuplicates } from '#features/compiling/server/duplicates.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/db.ts';
import type { TestBoard } from '#testing/factories-compiling.ts';
import { boardNeeds, seedBoard } from './board-seed.ts';
import { inventNeeds } from './invented-needs.ts';
import { quantile, seeded } from './statistics.ts';

export interface BoardFigure {
  what: string;
  p50: number;
  p99: number;
  runs: number;
  limit: number;
}

const runs = 200;

type App = ReturnType<typeof createApp>;

/** Opening, filtering and searching a board of 20,000 needs, those like one of them, and likely duplicates: each a page's one service call. */
export async function measureBoard(databaseUrl: string): Promise<BoardFigure[]> {
  await migrate(databaseUrl);
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  try {
    const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database);
    const { board, actor } = await seedBoard(app.db);
    return await measure(app, actor, board);
  } finally {
    await database.close();
  }
}

async function measure(app: App, actor: Actor, { keys, municipalityId }: TestBoard): Promise<BoardFigure[]> {
  const random = seeded(11);
  const needs = await app.db
    .selectFrom('voiced_need')
    .select(['id', 'session_id as session'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('id')
    .execute();
  const words = inventNeeds(2000).flatMap((statement) =>
    statement.split(/[^\p{L}]+/u).filter((word) => word.length > 3),
  );
  const some = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const open = (query: Record<string, unknown>) => showBoard(app, actor, keys, boardFilter.parse(query));
  const duplicates = (after: string | undefined) =>
    listDuplicates(app, actor, keys, { after, done: undefined });
  const places = ['waiting', 'candidate', 'aside', 'all'];
  return [
    await timed('open', 200, () => open({})),
    await timed('filter: where it stands, and its session', 200, () =>
      open({ place: some(places), session: some(needs)?.session ?? undefined }),
    ),
    await timed('filter: a later page of all', 200, () => open({ place: 'all', after: some(needs)?.id })),
    await timed('search: two words', 200, () => open({ place: 'all', q: `${some(words)} ${some(words)}` })),
    await timed('search: one word, mistyped', 200, () => {
      const word = some(words) ?? '';
      return open({ place: 'all', q: `${word.slice(0, 2)}x${word.slice(3)}` });
    }),
    await timed('needs like one', 50, () => showNearNeeds(app, actor, keys, some(needs)?.id ?? '', {})),
    await timed('likely duplicates: the first page', 200, () => duplicates(undefined)),
    await timed('likely duplicates: a later page', 200, () => duplicates(some(needs)?.id)),
  ];
}

/** One after the other, so that each is measured by itself; the first are for the engines to warm up. */
async function timed(what: string, limit: number, run: () => Promise<unknown>): Promise<BoardFigure> {
  for (let n = 0; n < 20; n += 1) await run();
  const latencies: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const began = performance.now();
    await run();
    latencies.push(performance.now() - began);
  }
  return { what, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), runs, limit };
}

export const boardTitle = `A board of ${new Intl.NumberFormat('en').format(boardNeeds)} needs`;
