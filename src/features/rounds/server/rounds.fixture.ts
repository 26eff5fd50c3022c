import { beforeAll } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';

/** An app on a day of the round, and a municipality in the round whose people hold the roles in the database, too. */
export function useRounds(now = '2028-09-10T12:00:00Z') {
  const database = useDatabase();
  let app: App | undefined;
  let made: Monitoring | undefined;
  beforeAll(async () => {
    app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => new Date(now) });
    made = await addMonitoring(app.db);
    await grantMonitors(app, made);
  });
  return {
    app: () => app ?? fail(),
    made: () => made ?? fail(),
  };
}

function fail(): never {
  throw new Error('asked for before the tests run');
}

async function grantMonitors(app: App, made: Monitoring): Promise<void> {
  for (const one of [made.monitor, made.coder, made.otherCoder, made.monitorElsewhere]) {
    const scope = one.grants[0]?.scope;
    if (scope?.kind !== 'organisation') continue;
    await addGrant(app.db, {
      account_id: one.id,
      role: 'monitor',
      organisation_id: scope.organisationId,
      since: '2020-01-01',
    });
  }
  await addGrant(app.db, { account_id: made.coordinator.id, role: 'coordinator', since: '2020-01-01' });
}
