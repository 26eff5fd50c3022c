import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import type { Tx } from '#server/database/db.ts';
import { inTransaction } from '#server/database/db.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addRound, addStatuses } from '#testing/factories.ts';
import { useFolders } from '#testing/folders.ts';
import type { DecisionCommand, DisputeCommand } from '../schema.ts';
import { admitDispute } from './admitting.ts';
import { disputeStatus } from './disputing.ts';

export type Scene = Monitoring & {
  app: App;
  disputed: { priority: string; round: string };
  round: { id: string; key: string };
};

let addresses = 0;
function anyAddress(): string {
  addresses += 1;
  return `10.1.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

/** The day of every test: a Friday. Two holidays lie in the fifteen working days after it. */
export const today = '2028-12-01';

/** An app at a day that tests set, on the test file's own database. */
export function useDisputes(): () => App {
  const database = useDatabase();
  const newFolder = useFolders();
  let app: App | undefined;
  beforeAll(async () => {
    const config = readConfig({
      LOG_LEVEL: 'silent',
      AUTH_SECRET: 's'.repeat(32),
      DATA_DIR: await newFolder(),
    });
    const made = createApp(config, database(), { clock: () => new Date(`${today}T10:00:00Z`) });
    await made.jobs.start(made, { jobs: allJobs, works: false });
    app = made;
    return () => made.jobs.stop();
  });
  return () => {
    if (!app) throw new Error('the app is there from beforeAll on');
    return app;
  };
}

/** A published assessment: both components of its first priority were coded as partial. */
export async function addPublished(app: App): Promise<Scene> {
  const { db } = app;
  const monitoring = await addMonitoring(db);
  const { mandate, municipality, priorities, components, codebook, plan } = monitoring;
  const round = await addRound(db, {
    mandate_id: mandate.id,
    codebook_id: codebook.id,
    starts: '2027-09',
    ends: '2028-09',
  });
  await db.updateTable('round_plan').set({ round_id: round.id }).where('id', '=', plan.id).execute();
  const [first] = priorities;
  if (!first) throw new Error('two were asked for');
  const rationale = JSON.stringify({ sq: 'Gjysma e rrugës u shtrua.', en: 'Half of the road was paved.' });
  await inTransaction(db, async (tx: Tx) => {
    await addStatuses(tx, [{ priority_id: first.id, round_id: round.id, status: 'partly', rationale }]);
    await tx
      .insertInto('component_code')
      .values(
        components
          .filter((component) => component.priority_id === first.id)
          .map(({ id }) => ({
            id: randomUUID(),
            key: `code-${id}`,
            component_id: id,
            round_id: round.id,
            code: 'partial',
          })),
      )
      .execute();
    await noteRecordChange(tx, { tables: ['status'], municipalityIds: [municipality.id] });
  });
  return { app, ...monitoring, round, disputed: { priority: first.key, round: round.key } };
}

export async function sendDispute(
  { app, disputed }: Scene,
  given: Partial<DisputeCommand> = {},
  sent: Partial<Parameters<typeof disputeStatus>[3]> = {},
): Promise<string> {
  const command: DisputeCommand = {
    ground: 'factual-error',
    statement: 'Rruga nuk u shtrua, tha Dikush Dikushi.',
    name: 'Dikush Dikushi',
    email: 'dikush@example.org',
    language: 'sq',
    once: randomUUID(),
    ...given,
  };
  const outcome = await disputeStatus(app, disputed, command, {
    address: anyAddress(),
    file: undefined,
    ...sent,
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.receipt;
}

export async function noticeOf({ app }: Pick<Scene, 'app'>, receipt: string) {
  return app.db
    .selectFrom('dispute_notice')
    .selectAll()
    .where('receipt', '=', receipt)
    .executeTakeFirstOrThrow();
}

/** A dispute that an editor has let into the record. */
export async function openDispute(scene: Scene, given: Partial<DisputeCommand> = {}) {
  const receipt = await sendDispute(scene, given);
  const { id, version } = await noticeOf(scene, receipt);
  const words = { statementSq: 'Rruga nuk u shtrua.', statementEn: '' };
  await admitDispute(scene.app, scene.editor, id, { version, ...words }, 'r');
  return { receipt, id, version: version + 1 };
}

export const rejected: Omit<DecisionCommand, 'version'> = {
  corrects: 1,
  outcome: 'rejected',
  reasonSq: 'Rruga u shtrua, siç tregojnë fotografitë.',
  reasonEn: '',
  rationaleSq: 'Gjysma e rrugës u shtrua.',
  rationaleEn: 'Half of the road was paved.',
  late: false,
  reversed: false,
  blockedBy: null,
};

export function mailsTo({ app }: Pick<Scene, 'app'>, email: string) {
  return app.db
    .selectFrom('mail_outbox')
    .select(['subject', 'body_text as text'])
    .where('recipient', '=', email)
    .orderBy('id')
    .execute();
}
