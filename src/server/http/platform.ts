import type { Logger } from 'pino';
import type { Language } from '#i18n/languages.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { VersionGate } from '../cache/version-gate.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { LargeForms } from './large-forms.ts';
import type { Renderer } from './renderer.ts';
import type { Header } from './security-headers.ts';
import type { ServiceEndpoints } from './service-endpoints.ts';
import type { Site } from './site.ts';

/** An address that nothing answers, as it was asked for. */
export interface OldAddress {
  host: string;
  path: string;
  query: string;
  language: Language;
}

/** What the parts of the front server work with. */
export interface Platform {
  site: Site;
  /** The parameters that the page of a path looks at; undefined where it may look at any. */
  parametersOf: (path: string) => ReadonlySet<string> | undefined;
  cache: PageCache;
  renderer: Renderer;
  largeForms: LargeForms;
  gate: VersionGate;
  metrics: Metrics;
  /** Where a page is now that was asked for under an old address; undefined where nobody knows. */
  movedTo: (asked: OldAddress) => Promise<string | undefined>;
  services: ServiceEndpoints;
  log: Logger;
  publicUrl: string;
  /** Visitors come by https, so that cookies may ask for it. */
  isSecure: boolean;
  security: readonly Header[];
}
