import { beforeEach } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { settleCodes } from '#testing/factories-replies.ts';
import { openByLink, type Door } from './door.ts';
import { sendDraft, termFrom } from './sending.ts';

export const request = 'r';

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export function faultOf(outcome: Outcome<unknown>): string | undefined {
  return outcome.kind === 'refused' ? outcome.faults[0]?.key : outcome.kind;
}

/** An assessment whose codes are settled, and the town hall that is to reply: 2 October 2028 is a Monday. */
export function useReplies() {
  const database = useDatabase();
  let app: App | undefined;
  let world: Monitoring | undefined;
  let now = new Date();

  beforeEach(async () => {
    now = new Date('2028-10-02T08:00:00Z');
    const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
    app = createApp(config, database(), { clock: () => now });
    await app.jobs.start(app, { jobs: allJobs, works: false });
    world = await addMonitoring(app.db, { stage: 'settled' });
    await settleCodes(app.db, world, ['partial', 'none', 'complete']);
    const { jobs } = app;
    return () => jobs.stop();
  });

  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('it is there within a test');
    return value;
  };
  const replies = {
    app: () => there(app),
    world: () => there(world),
    on: (instant: string) => {
      now = new Date(instant);
    },
    /** The town hall's mail, the newest last. */
    mails: () =>
      there(app)
        .db.selectFrom('mail_outbox')
        .select(['recipient', 'subject', 'body_text as text'])
        .where('recipient', '=', `arta@${there(world).municipality.key}.example`)
        .orderBy('queued_at')
        .execute(),
    /** The token in the newest mail that has a link. */
    token: async (): Promise<string> => {
      const tokens = (await replies.mails()).flatMap(
        ({ text }) => /\/sq\/reply\/(\S+)/.exec(text)?.[1] ?? [],
      );
      return there(tokens.at(-1));
    },
    send: async (actor: Actor = there(world).editor): Promise<void> => {
      const { assessment, municipality } = there(world);
      const dueOn = termFrom(there(app), '2028-10-02');
      const recipient = { recipientName: 'Arta Hoxha', recipientEmail: `arta@${municipality.key}.example` };
      valueOf(await sendDraft(there(app), actor, assessment.id, { ...recipient, dueOn }, request));
    },
    /** The door that the newest link opens. */
    door: async (): Promise<Door> => {
      const opened = await openByLink(there(app), await replies.token(), '192.0.2.1');
      if (opened.kind !== 'open') throw new Error(opened.kind);
      return opened.door;
    },
  };
  return replies;
}
