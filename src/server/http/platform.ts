import type { Logger } from 'pino';
import type { PageCache } from '../cache/page-cache.ts';
import type { VersionGate } from '../cache/version-gate.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Header } from './security-headers.ts';
import type { Site } from './site.ts';

/** What the parts of the front server work with. */
export interface Platform {
  site: Site;
  cache: PageCache;
  gate: VersionGate;
  metrics: Metrics;
  log: Logger;
  publicUrl: string;
  security: readonly Header[];
}
