import { listBands } from '#features/context/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { withDay } from '#features/monitoring/as-of.ts';
import { asOfNow, type AsOf } from '#features/monitoring/server/as-of.ts';
import { columnsOf } from '#features/monitoring/round-columns.ts';
import { listRounds } from '#features/monitoring/server/rounds.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { reportPath } from '../address.ts';
import { buildReport, findSubject, sealReport, type ReportName } from './build.ts';
import { readFilesOf } from './file-store.ts';
import { readEditions } from './edition-store.ts';
import { reportPdf } from './paper/report.ts';
import { writeReportBook } from './workbook.ts';

/** A report, built once for each version of the record: page, PDF, tables and data are of the same. */
const builtReport = perVersion(async (app, round: string, municipality: string | undefined) => {
  const report = await buildReport(app, { round, municipality: municipality ?? null });
  return { report, ...sealReport(report) };
});

/** @param asOf what was public on a day that is over, built for each who asks; left out: now */
export async function getReport(app: App, name: ReportName, asOf: AsOf = asOfNow) {
  if (asOf.day === null) return builtReport(app, name.round, name.municipality ?? undefined);
  const report = await buildReport(app, name, { asOf });
  return { report, ...sealReport(report) };
}

/** The page of a report: what it says, the SHA-256 of its data, and its editions with their files. @throws not-found */
export async function showReport(app: App, name: ReportName, asOf: AsOf = asOfNow) {
  const { report, sha256 } = await getReport(app, name, asOf);
  const { round, municipality } = await findSubject(app, name);
  const editions = await readEditions(app.db, round.id, municipality?.id ?? null, asOf.day ?? undefined);
  const files = await readFilesOf(
    app.db,
    editions.map(({ id }) => id),
  );
  const [rounds, context] = await Promise.all([
    listRounds(app),
    listBands(app, { municipalityId: municipality?.id ?? null, day: asOf.day }),
  ]);
  const shown = report.history.flatMap(({ round: of }) => rounds.filter(({ key }) => key === of));
  return {
    report,
    sha256,
    /** What made the years of its first chart different. */
    timeline: { columns: columnsOf(shown.map((one) => ({ round: one }))), context },
    editions: editions.toReversed().map(({ id, edition, publishedOn }) => ({
      edition,
      publishedOn,
      files: files.filter(({ reportId }) => reportId === id).map(({ reportId: _, ...file }) => file),
    })),
    sources: await distinctSourcesOf(app, [...editions.map(({ id }) => id), round.id]),
  };
}

export type ReportPage = Awaited<ReturnType<typeof showReport>>;

/** What the printed report says of itself. */
export function imprintOf(
  app: Pick<App, 'config'>,
  name: ReportName,
  language: Language,
  { sha256, edition }: { sha256: string; edition: { edition: number; publishedOn: string } | undefined },
) {
  const at = (path: string) => new URL(path, app.config.publicUrl).href;
  return {
    edition,
    dataSha256: sha256,
    permalink: at(reportPath(language, name.round, name.municipality)),
    dataAddress: at(`/files/${sha256}`),
  };
}

const typesetReport = perVersion((app, asked: string, round: string, municipality: string | undefined) =>
  typeset(app, { round, municipality: municipality ?? null }, asked === 'en' ? 'en' : 'sq', asOfNow),
);

async function typeset(app: App, name: ReportName, language: Language, asOf: AsOf) {
  const { report, sha256 } = await getReport(app, name, asOf);
  const imprint = imprintOf(app, name, language, { sha256, edition: undefined });
  const permalink = withDay(imprint.permalink, asOf.day);
  const dataAddress = withDay(`${imprint.permalink}/report.json`, asOf.day);
  return reportPdf(app, report, { ...imprint, permalink, dataAddress }, language);
}

/** The report as it stands in the record now, or stood on a day, as a PDF; an edition's is kept as a file. @throws not-found */
export function currentPdf(app: App, name: ReportName, language: Language, asOf: AsOf) {
  if (asOf.day !== null) return typeset(app, name, language, asOf);
  return typesetReport(app, language, name.round, name.municipality ?? undefined);
}

/** The tables of a report as a workbook. @throws not-found */
export async function currentBook(
  app: App,
  name: ReportName,
  language: Language,
  asOf: AsOf,
): Promise<Buffer> {
  const { report } = await getReport(app, name, asOf);
  // A file is the same on every day.
  const dated = (path: string) => (path.startsWith('/files/') ? path : withDay(path, asOf.day));
  return writeReportBook(report, language, (path) => new URL(dated(path), app.config.publicUrl).href);
}
