import type { BenchPage } from './pages.ts';
import { putLoad, type LoadResult } from './load.ts';
import type { PlainAnswer } from './plain-server.ts';
import { recordAnswer, startPlain, type MeasuredServer } from './servers.ts';
import { median } from './statistics.ts';

export interface BenchSettings {
  /** Rounds of cached measurements, site and plain server in turn. */
  rounds: number;
  /** Length of one measurement. */
  seconds: number;
  /** Connections that ask for cached pages. */
  connections: number;
  /** Connections that ask for pages that are not cached, and search. */
  uncachedConnections: number;
}

export interface CachedFigures {
  kind: string;
  bytes: number;
  site: number;
  plain: number;
  p99: number;
  plainP99: number;
  /** Median over the rounds of site / plain, each pair measured one after the other. */
  ratio: number;
  ratios: number[];
  /** Processor time of the server's process for one request, in microseconds: hardly changed by what else runs. */
  cpu: number;
  plainCpu: number;
}

export interface UncachedFigures {
  kind: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
}

type CachedRun = LoadResult & { cpu: number };

/** Cached pages against the plain server with the same bytes, in turn, several rounds. */
export async function measureCached(
  site: MeasuredServer,
  pages: readonly BenchPage[],
  { rounds, seconds, connections }: BenchSettings,
): Promise<CachedFigures[]> {
  const answers: PlainAnswer[] = [];
  for (const { target } of pages) answers.push(await recordAnswer(site.port, target));
  const plain = await startPlain(answers);
  const runs = pages.map(() => ({ site: new Array<CachedRun>(), plain: new Array<CachedRun>() }));
  async function once(server: MeasuredServer, target: string, length: number): Promise<CachedRun> {
    const before = server.cpuTime();
    const load = { port: server.port, targets: [target], connections, seconds: length, unique: false };
    const result = await putLoad(load);
    return { ...result, cpu: (server.cpuTime() - before) / result.requests };
  }
  // Both are compiled by the engine before they are measured.
  for (const { target } of pages) {
    await once(site, target, 1);
    await once(plain, target, 1);
  }

  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { target }] of pages.entries()) {
      // Who goes first changes, so that neither always has the warmer machine.
      const order = round % 2 === 0 ? (['site', 'plain'] as const) : (['plain', 'site'] as const);
      for (const which of order) {
        const result = await once(which === 'site' ? site : plain, target, seconds);
        if (result.refused > 0) throw new Error(`${target}: ${result.refused} answers were not 200`);
        runs[index]?.[which].push(result);
      }
    }
  }
  await plain.stop();
  return pages.map(({ kind }, index) => {
    const { site: own = [], plain: other = [] } = runs[index] ?? {};
    const ratios = own.map(
      (run, round) => run.requestsPerSecond / (other[round]?.requestsPerSecond ?? Number.NaN),
    );
    return {
      kind,
      bytes: answers[index]?.body.length ?? 0,
      site: median(own.map((run) => run.requestsPerSecond)),
      plain: median(other.map((run) => run.requestsPerSecond)),
      p99: median(own.map((run) => run.p99)),
      plainP99: median(other.map((run) => run.p99)),
      ratio: median(ratios),
      ratios,
      cpu: median(own.map((run) => run.cpu)),
      plainCpu: median(other.map((run) => run.cpu)),
    };
  });
}

/** Pages that the cache does not have: every address is a new one, drawn from the database, compressed and sent. */
export async function measureUncached(
  site: MeasuredServer,
  pages: readonly { kind: string; targets: readonly string[] }[],
  { seconds, uncachedConnections }: BenchSettings,
): Promise<UncachedFigures[]> {
  const figures: UncachedFigures[] = [];
  for (const { kind, targets } of pages) {
    const load = { port: site.port, targets, connections: uncachedConnections, unique: true };
    await putLoad({ ...load, seconds: 2 });
    const result = await putLoad({ ...load, seconds: seconds * 3 });
    if (result.refused > 0) throw new Error(`${kind}: ${result.refused} answers were not 200`);
    figures.push({ kind, requestsPerSecond: result.requestsPerSecond, p50: result.p50, p99: result.p99 });
  }
  return figures;
}
