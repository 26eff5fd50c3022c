import type { z } from 'zod';
import type { App } from '../app.ts';

/** How often, and how far apart, a job that failed is tried again. */
export interface Retry {
  /** Tries after the first. */
  limit: number;
  /** Seconds before the second try; each wait after is about twice as long. */
  delay: number;
  /** The longest wait, in seconds. */
  longest: number;
}

interface JobDefinition<Payload> {
  /** '<capability>.<verb>'; also the name of the queue. Never reused for something else. */
  name: string;
  /** Ids, not content: the payload outlives the change that queued it. */
  schema: z.ZodType<Payload>;
  retry: Retry;
  /**
   * The work. It may run twice (a process that is killed in the middle is tried again), so it must come to the same.
   * Where it throws, it is tried again.
   */
  run: (app: App, payload: Payload) => Promise<void>;
}

/** A job as the worker knows it, whatever its payload is. */
export interface AnyJob {
  name: string;
  retry: Retry;
  /** Checks the payload, then works. */
  perform(app: App, data: unknown): Promise<void>;
  /** Asks for what nobody else asks for, when a worker starts. */
  begin?(app: App): Promise<void>;
}

export interface Job<Payload> extends AnyJob {
  schema: z.ZodType<Payload>;
}

/**
 * Defines work that is slow, or outside of this installation. To be run, it must stand in all-jobs.ts.
 * @example
 * export const sendReport = defineJob({
 *   name: 'report.send',
 *   schema: z.object({ reportId: z.uuid() }),
 *   retry: { limit: 5, delay: 60, longest: 3600 },
 *   run: (app, { reportId }) => …,
 * });
 */
export function defineJob<Payload>({ name, schema, retry, run }: JobDefinition<Payload>): Job<Payload> {
  return { name, schema, retry, perform: async (app, data) => run(app, schema.parse(data)) };
}
