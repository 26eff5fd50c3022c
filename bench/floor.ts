import { randomUUID } from 'node:crypto';
import { setFloor } from '#features/floor/server/moderating.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/database/db.ts';
import { addGathering, addGatheringPlace, addWorkerAt } from '#testing/factories-gatherings.ts';
import { createAsker, spread, type Asker, type Reply } from './asker.ts';
import { timesOf, type Times } from './gathering.ts';
import type { MeasuredServer } from './servers.ts';
import { seeded } from './statistics.ts';

export const hall = { followers: 500, senders: 300, seconds: 30 };

export interface FloorFigures {
  /** Whether what a device shows is still so. */
  asked: Times & { count: number };
  /** The page that is fetched where it is not. */
  drawn: Times & { count: number; shared: number };
  sent: Times & { count: number };
  /** The statuses of answers that were faults; 0 for none at all. */
  faults: number[];
  /** What the database counts otherwise than was sent. */
  wrong: string[];
  /** Processor seconds of the server's process. */
  cpuSeconds: number;
}

/** 500 devices follow the floor of a gathering as its page does, while 300 people support a question and vote. */
export async function measureFloor(
  databaseUrl: string,
  dataDir: string,
  site: MeasuredServer,
): Promise<FloorFigures> {
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  const app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), database);
  const asker = createAsker(site.port, hall.followers + hall.senders);
  try {
    return await measure(app, asker, site);
  } finally {
    asker.close();
    await app.close();
  }
}

async function openFloor(app: App) {
  const place = await addGatheringPlace(app.db);
  const plan = await addGathering(app.db, place);
  await setFloor(app, await addWorkerAt(app.db, 'facilitator', place), plan.key, true);
  const questions = Array.from({ length: 20 }, (_, index) => ({
    plan_id: plan.id,
    id: randomUUID(),
    statement: `Pyetja ${index + 1}: kur nisin punimet në rrugën e fshatit?`,
    language: 'sq' as const,
    state: 'shown' as const,
    once: randomUUID(),
  }));
  await app.db.insertInto('floor_question').values(questions).execute();
  const poll = randomUUID();
  await app.db
    .insertInto('floor_poll')
    .values({
      plan_id: plan.id,
      id: poll,
      position: 1,
      question: JSON.stringify({ sq: 'Cila vjen e para?' }),
      kind: 'one',
      shows: 'live',
      state: 'open',
    })
    .execute();
  await app.db
    .insertInto('floor_poll_option')
    .values(
      ['Uji', 'Rruga', 'Shkolla'].map((label, index) => ({
        plan_id: plan.id,
        poll_id: poll,
        position: index + 1,
        label: JSON.stringify({ sq: label }),
      })),
    )
    .execute();
  return { planId: plan.id, path: `/sq/events/${plan.key}/floor`, questions, poll };
}

type Floor = Awaited<ReturnType<typeof openFloor>>;

async function measure(app: App, asker: Asker, site: MeasuredServer): Promise<FloorFigures> {
  const floor = await openFloor(app);
  const random = seeded(37);
  const [asked, drawn]: [Reply[], Reply[]] = [[], []];
  const end = performance.now() + hall.seconds * 1000;
  const before = site.cpuTime();
  const following = Array.from({ length: hall.followers }, () =>
    follow(asker, floor, { end, random, asked, drawn }),
  );
  const sent = await spread(hall.senders, hall.seconds * 0.9, (index) => send(asker, floor, index));
  await Promise.all(following);
  const cpuSeconds = (site.cpuTime() - before) / 1e6;
  const posts = sent.flat();
  const expected = [
    ...asked.map((reply) => ({ ...reply, isRight: reply.status === 200 || reply.status === 204 })),
    ...drawn.map((reply) => ({ ...reply, isRight: reply.status === 200 })),
    ...posts.map((reply) => ({ ...reply, isRight: reply.status === 303 })),
  ];
  const faults = expected.flatMap(({ status, isRight }) => (isRight ? [] : [status]));
  const shared = drawn.filter(({ headers }) => !/no-store/.test(headers['cache-control'] ?? '')).length;
  return {
    asked: { ...timesOf(asked), count: asked.length },
    drawn: { ...timesOf(drawn), count: drawn.length, shared },
    sent: { ...timesOf(posts), count: posts.length },
    faults,
    wrong: await wrongCounts(app, floor.planId),
    cpuSeconds,
  };
}

/** What static/enhance/live-parts.js does on one device. */
async function follow(
  asker: Asker,
  { path }: Floor,
  { end, random, asked, drawn }: { end: number; random: () => number; asked: Reply[]; drawn: Reply[] },
): Promise<void> {
  let mark = '';
  await new Promise((resolve) => setTimeout(resolve, random() * 4000));
  while (performance.now() < end) {
    const state = await asker.ask({ path: `${path}/state?mark=${mark}` });
    asked.push(state);
    if (state.status === 200) {
      mark = /"mark":"(\w+)"/.exec(state.text)?.[1] ?? '';
      drawn.push(await asker.ask({ path: `${path}?at=${mark}` }));
    }
    await new Promise((resolve) => setTimeout(resolve, 4000 * (0.75 + random() / 2)));
  }
}

async function send(asker: Asker, { path, questions, poll }: Floor, index: number): Promise<Reply[]> {
  const from = { cookie: `pop_lang=sq; pop_supporter=${randomUUID()}`, address: `10.1.${index % 250}.1` };
  const question = questions[index % questions.length]?.id ?? '';
  const supported = await asker.ask({ ...from, path: `${path}?/support`, form: { question } });
  const choice = String(1 + (index % 3));
  const voted = await asker.ask({ ...from, path: `${path}?/vote`, form: { poll, choice } });
  return [supported, voted];
}

async function wrongCounts(app: App, planId: string): Promise<string[]> {
  const count = async (table: 'floor_support' | 'floor_vote') => {
    const { n } = await app.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('plan_id', '=', planId)
      .executeTakeFirstOrThrow();
    return n;
  };
  const [supports, votes] = [await count('floor_support'), await count('floor_vote')];
  return [
    ...(supports === hall.senders ? [] : [`${supports} supports of ${hall.senders}`]),
    ...(votes === hall.senders ? [] : [`${votes} votes of ${hall.senders}`]),
  ];
}
