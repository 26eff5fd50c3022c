import type { Pool } from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { PageCache } from '../cache/page-cache.ts';
import { RequestDurations } from './durations.ts';

/** Plain numbers, counted on every request and read when /metrics is. */
export interface CacheCounts {
  hit: number;
  miss: number;
  /** Shown as it was because the database did not answer. */
  stale: number;
  /** Not kept: errors, redirects, what belongs to one person. */
  bypass: number;
}

export interface Metrics {
  durations: RequestDurations;
  cacheCounts: CacheCounts;
  countVersionFailure(): void;
  /** All figures in Prometheus' text format. */
  toText(): Promise<string>;
  contentType: string;
}

/** The figures that /metrics shows, in a registry of their own so that several servers can run in one process. */
export function createMetrics(cache: PageCache, pool: Pool): Metrics {
  const registry = new Registry();
  // The default looks at the clock a hundred times a second, which is most of what an idle site would do.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });

  const durations = new RequestDurations();
  const cacheCounts: CacheCounts = { hit: 0, miss: 0, stale: 0, bypass: 0 };
  new Counter({
    name: 'pop_page_cache_requests_total',
    help: 'Requests by what the page cache did: hit, miss, stale (the database did not answer), bypass.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(cacheCounts)) this.inc({ outcome }, count);
    },
  });
  const versionFailures = new Counter({
    name: 'pop_record_version_failures_total',
    help: 'Checks of the record version that the database did not answer.',
    registers: [registry],
  });
  addGauge('pop_page_cache_bytes', 'Memory that cached pages take.', () => cache.bytes);
  addGauge('pop_page_cache_pages', 'Pages in the cache.', () => cache.size);
  addGauge('pop_database_connections', 'Open connections to the database.', () => pool.totalCount);
  addGauge('pop_database_connections_idle', 'Open connections that nothing uses.', () => pool.idleCount);
  addGauge('pop_database_queue', 'Queries that wait for a connection.', () => pool.waitingCount);

  new Gauge({
    name: 'pop_mail_unsent',
    help: 'Messages that wait to be sent; without an SMTP server, for administrators to read.',
    registers: [registry],
    async collect() {
      // The other figures are wanted most when the database does not answer.
      const unsent = await countUnsentMail(pool).catch(() => undefined);
      if (unsent === undefined) this.reset();
      else this.set(unsent);
    },
  });

  function addGauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }

  return {
    durations,
    cacheCounts,
    countVersionFailure: () => versionFailures.inc(),
    toText: async () => (await registry.metrics()) + durations.toText(),
    contentType: registry.contentType,
  };
}

async function countUnsentMail(pool: Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ unsent: number }>(
    'SELECT count(*)::integer AS unsent FROM mail_outbox WHERE sent_at IS NULL',
  );
  return rows[0]?.unsent;
}
