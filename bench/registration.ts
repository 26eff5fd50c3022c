import { randomUUID } from 'node:crypto';
import { linkToken } from '#features/registration/server/token.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/database/db.ts';
import { createAsker, inTurn, spread, type Asker, type Reply } from './asker.ts';
import { openGathering, timesOf, type Times } from './gathering.ts';
import { proveOrder, type Proof, type Registered } from './registration-proof.ts';
import type { MeasuredServer } from './servers.ts';
import { seeded } from './statistics.ts';

export const crowd = {
  people: 5000,
  places: { 'on-site': 200, online: 100 },
  leaving: 50,
  withinSeconds: 300,
};

export interface CrowdFigures {
  what: string;
  seconds: number;
  accepted: number;
  /** Answers that say anything but that it was taken. */
  refused: number;
  form: Times;
  sent: Times;
  /** A page of the same server that is drawn anew for each who asks, asked for meanwhile. */
  other: Times;
  proof: Proof;
}

const connections = 500;
const atOnce = 100;

/** 5,000 people who register for 300 places of a real server, over five minutes and as fast as it can. */
export async function measureRegistration(
  databaseUrl: string,
  dataDir: string,
  site: MeasuredServer,
  seconds: number,
): Promise<CrowdFigures[]> {
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  const app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), database);
  const asker = createAsker(site.port, connections);
  try {
    const overTime = await registerAll(app, asker, `over ${seconds} s`, (work) =>
      spread(crowd.people, seconds, work),
    );
    const atOnceToo = await registerAll(app, asker, `${atOnce} at a time`, (work) =>
      inTurn(crowd.people, atOnce, work),
    );
    return [overTime, atOnceToo];
  } finally {
    asker.close();
    await app.close();
  }
}

async function registerAll(
  app: App,
  asker: Asker,
  what: string,
  go: <T>(work: (index: number) => Promise<T>) => Promise<T[]>,
): Promise<CrowdFigures> {
  const { places } = crowd;
  const { id, key } = await openGathering(app, { onSite: places['on-site'], online: places.online });
  const path = `/sq/events/${key}/register`;
  const random = seeded(29);
  const number = () => Math.floor(random() * 250);
  const people = Array.from({ length: crowd.people }, (_, index) => ({
    name: `Personi ${index}`,
    email: `p${index}.${key}@example.org`,
    mode: random() < 0.6 ? ('on-site' as const) : ('online' as const),
    // Some share an address, as in an office or behind a telephone company.
    address: `10.${number() % 20}.${number()}.1`,
  }));
  const [forms, others]: [Reply[], Reply[]] = [[], []];
  const began = performance.now();
  const sent = await go(async (index) => {
    const { address, ...form } = people[index] ?? { address: '', name: '', email: '', mode: 'online' };
    if (index % 10 === 0) others.push(await asker.ask({ path: `/sq/events?n=${key}.${index}` }));
    forms.push(await asker.ask({ path, address }));
    return asker.ask({ path, address, form: { ...form, sex: 'women', website: '' } });
  });
  const seconds = (performance.now() - began) / 1000;
  const registered = sent.flatMap((reply, index): Registered[] => {
    const person = people[index];
    return person && isAccepted(reply) ? [{ ...reply, email: person.email, mode: person.mode }] : [];
  });
  const leave = (left: readonly string[]) =>
    inTurn(left.length, 10, (index) =>
      asker.ask({
        path: `/sq/registrations/${linkToken(app, left[index] ?? '')}?/cancel`,
        address: `10.99.${index}.1`,
        form: { once: randomUUID() },
      }),
    );
  const proof = await proveOrder(app.db, id, registered, { ...crowd, leave });
  return {
    what,
    seconds,
    accepted: registered.length,
    refused: crowd.people - registered.length,
    form: timesOf(forms),
    sent: timesOf(sent),
    other: timesOf(others),
    proof,
  };
}

function isAccepted({ status, headers }: Reply): boolean {
  return status === 303 && headers.location?.endsWith('register?sent') === true;
}
