import { publishRound, performRun } from '#features/publishing/server/runs.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { refreshSearch } from '#features/search/server/service.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction, openDatabase } from '#server/database/db.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { readPages, type Readings } from './publish-readers.ts';
import { publishSize, seedRound } from './publish-seed.ts';
import type { MeasuredServer } from './servers.ts';

export interface PublishFigures {
  seconds: number;
  statuses: number;
  codes: number;
  readings: Readings;
}

const readers = 3;

/**
 * Publishes a whole round in one transaction, while readers ask the site for pages and figures: each must agree in itself and
 * with the one before.
 */
export async function measurePublish(databaseUrl: string, site: MeasuredServer): Promise<PublishFigures> {
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database);
  try {
    const { planId, coordinatorId } = await seedRound(app.db);
    await inTransaction(app.db, (tx) => refreshSearch(tx));
    await app.db
      .updateTable('record_version')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .execute();
    await app.jobs.start(app, { jobs: allJobs, works: false });
    const actor = await actorOf(app, coordinatorId, true);
    const asked = await publishRound(app, actor, planId, { when: 'now', day: null, time: null });
    if (asked.kind !== 'done') throw new Error(JSON.stringify(asked));
    const reading = readPages(site.port, readers);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const began = performance.now();
    await performRun.perform(app, { id: asked.value.run });
    const seconds = (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const readings = await reading.stop();
    const count = async (table: 'status' | 'component_code') => {
      const { n } = await app.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return n;
    };
    return { seconds, statuses: await count('status'), codes: await count('component_code'), readings };
  } finally {
    await app.close();
  }
}

/** The publication, as Markdown. */
export function publishSection({ seconds, statuses, codes, readings }: PublishFigures): string {
  const whole = new Intl.NumberFormat('en');
  const { municipalities, priorities, components } = publishSize;
  return `## Publication of a round

${whole.format(municipalities)} municipalities x ${priorities} priorities x ${components} components, with an item of evidence for each priority, in one transaction:
${seconds.toFixed(1)} s for ${whole.format(statuses)} statuses and ${whole.format(codes)} codes. Meanwhile ${readers} readers asked for ${whole.format(readings.asked)} pages and
figures, ${whole.format(readings.before)} of them before and ${whole.format(readings.after)} after it; ${readings.wrong.length === 0 ? 'each agreed in itself and with the one before' : `**${readings.wrong.length} did not agree**: ${readings.wrong.slice(0, 5).join('; ')}`}.
The slowest answer took ${whole.format(Math.round(readings.slowest))} ms.
`;
}
