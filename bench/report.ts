import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { AgreementFigure } from './agreement.ts';
import type { BoardFigure } from './board.ts';
import type { ReportsFigure } from './reports.ts';
import type { CachedFigures, UncachedFigures } from './measure.ts';

/** Figures of one record. */
export interface SizeFigures {
  name: string;
  counts: { municipalities: number; priorities: number; statuses: number; documents: number };
  cached: CachedFigures[];
  uncached: UncachedFigures[];
  search: UncachedFigures;
}

export const targets = { ratio: 0.7, uncachedP99: 50, searchP99: 100 };

export const whole = new Intl.NumberFormat('en');
export const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
export const mark = (met: boolean) => (met ? 'yes' : '**no**');

/** A table in Markdown, numbers at the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

function cachedTable(figures: readonly CachedFigures[]): string {
  return table(
    [
      'Page, cached',
      'bytes',
      'requests/s',
      'p99 ms',
      'plain requests/s',
      'plain p99 ms',
      'ratio',
      'ratio by round',
      '>= 0.7',
      'CPU µs/request',
      'plain',
    ],
    figures.map((page) => [
      page.kind,
      whole.format(page.bytes),
      whole.format(Math.round(page.site)),
      ms(page.p99),
      whole.format(Math.round(page.plain)),
      ms(page.plainP99),
      page.ratio.toFixed(2),
      page.ratios.map((ratio) => ratio.toFixed(2)).join(' '),
      mark(page.ratio >= targets.ratio),
      page.cpu.toFixed(1),
      page.plainCpu.toFixed(1),
    ]),
  );
}

function uncachedTable(figures: readonly UncachedFigures[], title: string, limit: number): string {
  return table(
    [title, 'requests/s', 'p50 ms', 'p99 ms', `p99 < ${limit} ms`],
    figures.map((page) => [
      page.kind,
      whole.format(Math.round(page.requestsPerSecond)),
      ms(page.p50),
      ms(page.p99),
      mark(page.p99 < limit),
    ]),
  );
}

function sizeSection({ name, counts, cached, uncached, search }: SizeFigures): string {
  const held = `${whole.format(counts.municipalities)} municipalities, ${whole.format(counts.priorities)} priorities, ${whole.format(counts.statuses)} statuses, ${whole.format(counts.documents)} search documents.`;
  return [
    `## ${name}`,
    held,
    cachedTable(cached),
    uncachedTable(uncached, 'Page, not cached', targets.uncachedP99),
    uncachedTable([search], 'Search', targets.searchP99),
  ].join('\n\n');
}

function machineFacts(postgres: string): string {
  const processors = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname })
    .toString()
    .trim();
  return [
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit}.`,
    `${processors.length} x ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, Linux ${release()}, Node ${process.version}, PostgreSQL ${postgres}.`,
    `Load average at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}.`,
  ].join(' ');
}

/** The results as Markdown, for the terminal and bench/results.md. */
export function writeReport(postgres: string, method: string, sizes: readonly SizeFigures[]): string {
  return `# Bench results

${machineFacts(postgres)}

${method}

${sizes.map(sizeSection).join('\n\n')}
`;
}

/** The board of needs, as Markdown. */
export function boardSection(title: string, figures: readonly BoardFigure[]): string {
  const rows = figures.map(({ what, p50, p99, limit }) => [
    what,
    ms(p50),
    ms(p99),
    String(limit),
    mark(p99 < limit),
  ]);
  return `## ${title}

One call after the other of what each page asks of the server (rights, query, all that the page shows), ${figures[0]?.runs ?? 0} each, beside ten
other municipalities with a tenth of its needs each; six in ten needs grouped in 200 candidates.

${table(['Call', 'p50 ms', 'p99 ms', 'limit ms', 'within'], rows)}
`;
}

/** The library's catalogue, as Markdown. */
export function librarySection(title: string, figures: readonly BoardFigure[]): string {
  const rows = figures.map(({ what, p50, p99, limit }) => [
    what,
    ms(p50),
    ms(p99),
    String(limit),
    mark(p99 < limit),
  ]);
  return `## ${title}

One call after the other of what the page asks of the server, all that it shows included, ${figures[0]?.runs ?? 0} each. Words are drawn as a
language has them (Zipf): a few stand in half of all titles, most hardly anywhere. Load average at the end: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.

${table(['Search', 'p50 ms', 'p99 ms', 'limit ms', 'within'], rows)}
`;
}

/** Agreement between coders, as Markdown. */
export function agreementSection(title: string, figure: AgreementFigure): string {
  const { codes, p50, most, runs, alpha } = figure;
  return `## ${title}

The page of a round's agreement, from ${whole.format(codes)} raw codes in the database to the matrix, kappa, alpha (${alpha?.toFixed(3) ?? 'n/a'}) and
its bootstrap interval: ${runs} calls, ${ms(p50)} ms in the middle, ${ms(most)} ms at most. The database counts the pairs of codes; the
coefficients are computed from their counts.
`;
}

/** The making of all reports of a round. */
export function reportsSection(title: string, figure: ReportsFigure): string {
  const { reports, priorities, evidence, bytes, seconds, cpuSeconds, memory, limit } = figure;
  return [
    `## ${title}`,
    `${whole.format(priorities)} priorities with rationale, ${whole.format(evidence)} pieces of evidence; the network’s report beside them.`,
    table(
      ['PDFs', 'MB', 'seconds', `< ${limit} s`, 'processor seconds', 'MB of memory'],
      [
        [
          whole.format(reports),
          (bytes / 1e6).toFixed(1),
          seconds.toFixed(1),
          mark(seconds < limit),
          cpuSeconds.toFixed(1),
          whole.format(Math.round(memory / 1e6)),
        ],
      ],
    ),
    '',
  ].join('\n\n');
}
