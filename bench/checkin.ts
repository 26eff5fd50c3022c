import { randomUUID } from 'node:crypto';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/database/db.ts';
import { createAsker, inTurn, type Asker, type Reply } from './asker.ts';
import { addRegistered, openGathering, timesOf, type Times } from './gathering.ts';
import type { MeasuredServer } from './servers.ts';
import { seeded } from './statistics.ts';

export const doors = { people: 1000, atOnce: 4, batch: 100 };

export interface CheckInFigures {
  what: string;
  /** Of so many requests, each of which counted one person or a batch. */
  requests: number;
  times: Times;
  /** Milliseconds to draw the door's page with its list, meanwhile. */
  page: Times;
  /** What is otherwise in the database than it should be. */
  wrong: string[];
}

/** 1,000 people who are checked in from the list by hand, and by two devices that had no network. */
export async function measureCheckIn(
  databaseUrl: string,
  dataDir: string,
  site: MeasuredServer,
): Promise<CheckInFigures[]> {
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  const app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), database);
  const asker = createAsker(site.port, 20);
  try {
    return [await byHand(app, asker), await fromDevices(app, asker)];
  } finally {
    asker.close();
    await app.close();
  }
}

async function byHand(app: App, asker: Asker): Promise<CheckInFigures> {
  const { id, key, cookie } = await openGathering(app, { onSite: null, online: null });
  const people = await addRegistered(app, id, doors.people);
  const path = `/sq/work/events/${key}/door`;
  const pages: Reply[] = [];
  const replies = await inTurn(people.length, doors.atOnce, async (index) => {
    const form = { step: 'in', registration: people[index] ?? '', once: randomUUID() };
    const reply = await asker.ask({ path: `${path}?/step`, cookie, form });
    // Some press twice.
    if (index % 10 === 0) await asker.ask({ path: `${path}?/step`, cookie, form });
    pages.push(await asker.ask({ path, cookie }));
    return reply;
  });
  const wrong = await wrongArrivals(app, id, new Map(people.map((one) => [one, undefined])), people.length);
  if (replies.some(({ status }) => status !== 303)) wrong.push('some could not be checked in');
  return {
    what: `from the list, ${doors.atOnce} doors`,
    requests: replies.length,
    times: timesOf(replies),
    page: timesOf(pages),
    wrong,
  };
}

interface Act {
  id: string;
  kind: 'in';
  registration: string;
  at: string;
}

/** Two devices that each let 700 in, 400 of them both; the clock of the second is an hour ahead. All is sent twice. */
async function fromDevices(app: App, asker: Asker): Promise<CheckInFigures> {
  const { id, key, cookie } = await openGathering(app, { onSite: null, online: null });
  const people = await addRegistered(app, id, doors.people);
  const random = seeded(31);
  const path = `/sq/work/events/${key}/door`;
  const first = new Map<string, number>();
  const devices = [
    { ahead: 0, from: 0, to: 700 },
    { ahead: 3_600_000, from: 300, to: 1000 },
  ].map(({ ahead, from, to }) => {
    const acts = people.slice(from, to).map((registration): Act => {
      const happened = Date.now() - 7_200_000 + Math.floor(random() * 7_000_000);
      first.set(registration, Math.min(happened, first.get(registration) ?? Infinity));
      return { id: randomUUID(), kind: 'in', registration, at: new Date(happened + ahead).toISOString() };
    });
    return { device: randomUUID(), ahead, acts };
  });
  const parcels = devices.flatMap(({ device, ahead, acts }) =>
    Array.from({ length: Math.ceil(acts.length / doors.batch) }, (_, at) => ({
      device,
      ahead,
      acts: acts.slice(at * doors.batch, (at + 1) * doors.batch),
    })),
  );
  const sent = [...parcels, ...parcels].toSorted(() => random() - 0.5);
  const pages: Reply[] = [];
  const marks: Record<string, Record<string, string>> = {};
  const replies = await inTurn(sent.length, doors.atOnce, async (index) => {
    const { device = '', ahead = 0, acts = [] } = sent[index] ?? {};
    const now = new Date(Date.now() + ahead).toISOString();
    const known = (marks[device] ??= {});
    const reply = await asker.ask({
      path: `${path}/sync`,
      cookie,
      json: { device, now, acts, marks: known },
    });
    for (const [, letter = '', mark = ''] of reply.text.matchAll(/"letter":"(\w)","mark":"([\w-]+)"/g))
      known[letter] = mark;
    pages.push(await asker.ask({ path, cookie }));
    return reply;
  });
  const acts = devices.reduce((sum, device) => sum + device.acts.length, 0);
  const wrong = await wrongArrivals(app, id, first, acts);
  if (replies.some(({ status }) => status !== 200)) wrong.push('some parcels were refused');
  return {
    what: `from two devices, ${doors.batch} at a time, each parcel twice`,
    requests: replies.length,
    times: timesOf(replies),
    page: timesOf(pages),
    wrong,
  };
}

/** How much the clocks of a parcel's way may differ. */
const tolerance = 5000;

/** Everyone is there once, by the earliest time, and each act is kept once. */
async function wrongArrivals(
  app: App,
  planId: string,
  expected: ReadonlyMap<string, number | undefined>,
  acts: number,
): Promise<string[]> {
  const rows = await app.db
    .selectFrom('registration')
    .select(['id', 'arrived_at as arrivedAt'])
    .where('plan_id', '=', planId)
    .where('arrived_at', 'is not', null)
    .execute();
  const { kept } = await app.db
    .selectFrom('door_act')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  const late = rows.filter(({ id, arrivedAt }) => {
    const at = expected.get(id);
    return at !== undefined && Math.abs((arrivedAt?.getTime() ?? 0) - at) > tolerance;
  }).length;
  return [
    ...(rows.length === expected.size ? [] : [`${rows.length} of ${expected.size} are there`]),
    ...(kept === acts ? [] : [`${kept} acts were kept of ${acts}`]),
    ...(late === 0 ? [] : [`${late} have another time than the earliest`]),
  ];
}
