import { join } from 'node:path';
import { Client } from 'pg';
import type { App } from '../app.ts';
import { dayOf } from '../cache/day.ts';
import { PageCache } from '../cache/page-cache.ts';
import { VersionGate, type Version } from '../cache/version-gate.ts';
import { VersionReader } from '../cache/version-reader.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { answerClientError, refuseTunnel } from './client-error.ts';
import { createFront } from './front.ts';
import { createLargeForms, type Sender } from './large-forms.ts';
import {
  closeGracefully,
  createBoundedServer,
  defaultLimits,
  listen,
  trackSockets,
  type Limits,
} from './listen.ts';
import { createOutageLog } from './outage-log.ts';
import type { Platform } from './platform.ts';
import { createReadinessCheck } from './readiness.ts';
import { Renderer } from './renderer.ts';
import { securityHeaders } from './security-headers.ts';
import { loadSite, type Site } from './site.ts';

export interface RunningServer {
  /** Where it listens, e.g. http://127.0.0.1:3000. */
  address: string;
  /** Lets running requests end, then closes. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** A stand-in for the built site. */
  site?: Site;
  /** The parameters that the page of a path looks at: others do not make another page. Without it, all do. */
  parametersOf?: Platform['parametersOf'];
  /** Where a page is now that was asked for under an old address. Without it, nobody knows. */
  movedTo?: Platform['movedTo'];
  /** Who sends a form with a file, by its Cookie header. Without it, nobody works here. */
  senderOf?: (cookie: string | undefined) => Promise<Sender>;
  limits?: Partial<Limits>;
  /** Longest wait, in milliseconds, for the database to tell the version of the record. */
  versionTimeout?: number;
}

const buildFolder = join(import.meta.dirname, '../../../build');
const localHost = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** Starts the web server of an app: the front server, the page cache and the built site behind them. */
export async function startServer(app: App, options: ServerOptions = {}): Promise<RunningServer> {
  const { config, log, pool } = app;
  const { versionTimeout = 1000, parametersOf = () => undefined } = options;
  const { movedTo = () => Promise.resolve(undefined) } = options;
  const { senderOf = () => Promise.resolve('nobody') } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const site = options.site ?? (await loadSite(buildFolder));
  const cache = new PageCache(config.pageCacheBytes);
  const metrics = createMetrics(cache, pool);
  const security = securityHeaders(config.publicUrl);

  const noteFailure = createOutageLog(log, 'the database does not answer');
  const reader = new VersionReader({
    createClient: () => new Client({ ...pool.options, connectionTimeoutMillis: versionTimeout }),
    preparedStatements: config.preparedStatements,
    timeout: versionTimeout,
    onFailure(error) {
      metrics.countVersionFailure();
      noteFailure(error);
    },
  });
  const gate = new VersionGate(() => readPageVersion(reader, app.clock));

  const front = createFront({
    site,
    parametersOf,
    cache,
    renderer: new Renderer({ site, cache, gate, publicUrl: config.publicUrl, security }),
    largeForms: createLargeForms(app, senderOf),
    gate,
    metrics,
    movedTo,
    services: {
      checkReadiness: createReadinessCheck(gate, pool),
      metricsToken: config.metricsToken,
      isLocalInstallation: localHost.test(config.publicUrl),
    },
    log,
    publicUrl: config.publicUrl,
    isSecure: config.publicUrl.startsWith('https:'),
    security,
  });
  const server = createBoundedServer(front, limits, (error, socket) =>
    answerClientError(error, socket, security, log),
  );
  server.on('connect', (req, socket) => refuseTunnel(req, socket, security, log));
  const sockets = trackSockets(server);
  const address = await listen(server, config.host, config.port);
  return {
    address,
    async close() {
      await closeGracefully(server, sockets, limits.closeTimeout);
      await reader.close();
    },
  };
}

/** Pages depend on the record and, where they say what is due or to come, on the day. */
async function readPageVersion(reader: VersionReader, clock: () => Date): Promise<Version> {
  const version = await reader.read();
  return version === undefined ? undefined : `${version}@${dayOf(clock())}`;
}
