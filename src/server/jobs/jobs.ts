import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { App } from '../app.ts';
import type { Tx } from '../database/db.ts';
import { idOf } from '../datapackage/ids.ts';
import type { AnyJob, Job } from './job.ts';
import { logFaults } from './log-faults.ts';
import { jobsSchema } from './schema.ts';

export interface Enqueuing {
  /**
   * The same job with the same key is done once, however often it is asked for, until the queue forgets it: seven days
   * after it was done. What must never happen twice says so in its own rows, as the outbox does.
   */
  key: string;
  notBefore?: Date;
}

/** The queue of an app. */
export interface Jobs {
  /**
   * Asks for a job in the transaction of the change that it follows from: both happen, or neither.
   * @example
   * await app.jobs.enqueue(tx, sendReport, { reportId }, { key: reportId });
   */
  enqueue<Payload>(tx: Tx, job: Job<Payload>, payload: Payload, options: Enqueuing): Promise<void>;
}

export interface StartJobsOptions {
  jobs: readonly AnyJob[];
  /** Whether this process does the work, too, or only asks for it. */
  works: boolean;
  /** Seconds between looks at the queue. */
  pollSeconds?: number;
}

/** Milliseconds that running work may take to end. */
const stopPatience = 20_000;

/** The queue in the app's database. Nothing is asked of the database before it is started. */
export class JobQueue implements Jobs {
  readonly #boss: PgBoss;
  readonly #fallSilent: () => void;

  constructor(pool: Pool, log: Logger) {
    const { connectionString } = pool.options;
    // Connections of its own: maintenance may take longer than a page's statement, and pages need not wait for it.
    this.#boss = new PgBoss({
      ...(connectionString === undefined ? {} : { connectionString }),
      schema: jobsSchema,
      createSchema: false,
      application_name: 'pop jobs',
      connectionTimeoutMillis: 10_000,
      max: 3,
      schedule: false,
      // Both hold rows about the process that nothing here reads.
      registerInstance: false,
      persistWarnings: false,
    });
    this.#fallSilent = logFaults(this.#boss, log);
  }

  async enqueue<Payload>(
    tx: Tx,
    job: Job<Payload>,
    payload: Payload,
    { key, notBefore }: Enqueuing,
  ): Promise<void> {
    const data: unknown = job.schema.parse(payload);
    await this.#boss.send({
      name: job.name,
      data: toObject(data),
      options: {
        // A second row with the id of a first is left out by the database.
        id: idOf('job', `${job.name}:${key}`),
        ...(notBefore ? { startAfter: notBefore } : {}),
        db: fromKysely(tx),
      },
    });
  }

  /** Makes the tables and queues, and begins to work where this process does. */
  async start(app: App, { jobs, works, pollSeconds = 2 }: StartJobsOptions): Promise<void> {
    await this.#boss.start();
    for (const job of jobs) await this.#open(job);
    if (!works) return;
    for (const job of jobs) {
      await job.begin?.(app);
      await this.#work(app, job, pollSeconds);
    }
  }

  /**
   * Takes no new work, lets the running work end (for at most 20 s; what is cut off is tried again later), closes its
   * connections. Also after a start that failed halfway; asked for again, it changes nothing.
   */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: stopPatience });
    this.#fallSilent();
  }

  async #open({ name, retry }: AnyJob): Promise<void> {
    const options = {
      retryLimit: retry.limit,
      retryDelay: retry.delay,
      retryBackoff: true,
      retryDelayMax: retry.longest,
    };
    // The second tells a queue that is there already of a changed retry.
    await this.#boss.createQueue(name, options);
    await this.#boss.updateQueue(name, options);
  }

  async #work(app: App, job: AnyJob, pollingIntervalSeconds: number): Promise<void> {
    const worker = await this.#boss.work(job.name, { pollingIntervalSeconds }, async (fetched) => {
      // Where there was something to do there may be more: the worker looks again as soon as this is done.
      this.#boss.notifyWorker(worker);
      for (const { id, data, retryCount } of fetched) {
        const fault = await faultOf(job.perform(app, data));
        if (fault === undefined) continue;
        app.log.warn({ job: job.name, id, try: retryCount + 1, fault }, 'a job failed');
        // What is thrown is kept in the database: the message of what was caught may hold personal data.
        throw new Error(fault);
      }
    });
  }
}

/**
 * Waits for work to end.
 * @returns undefined where it went well, else the code of its error where it has one, or the error's kind: never its
 * message, which may hold personal data
 */
async function faultOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return 'unknown';
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  }
}

function toObject(data: unknown): object {
  if (typeof data === 'object' && data !== null) return data;
  throw new TypeError("a job's payload is an object");
}
