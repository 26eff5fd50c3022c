import { distinctSourcesOf } from '#features/library/server/sources.ts';
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

export function getReport(app: App, { round, municipality }: ReportName) {
  return builtReport(app, round, municipality ?? undefined);
}

/** The page of a report: what it says, the SHA-256 of its data, and its editions with their files. @throws not-found */
export async function showReport(app: App, name: ReportName) {
  const { report, sha256 } = await getReport(app, name);
  const { round, municipality } = await findSubject(app, name);
  const editions = await readEditions(app.db, round.id, municipality?.id ?? null);
  const files = await readFilesOf(
    app.db,
    editions.map(({ id }) => id),
  );
  return {
    report,
    sha256,
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

const typesetReport = perVersion(
  async (app, asked: string, round: string, municipality: string | undefined) => {
    const name = { round, municipality: municipality ?? null };
    const language = asked === 'en' ? 'en' : 'sq';
    const { report, sha256 } = await getReport(app, name);
    const imprint = imprintOf(app, name, language, { sha256, edition: undefined });
    const dataAddress = `${imprint.permalink}/report.json`;
    return reportPdf(app, report, { ...imprint, dataAddress }, language);
  },
);

/** The report as it stands in the record now, as a PDF; an edition's is kept as a file. @throws not-found */
export function currentPdf(app: App, { round, municipality }: ReportName, language: Language) {
  return typesetReport(app, language, round, municipality ?? undefined);
}

/** The tables of a report as a workbook. @throws not-found */
export async function currentBook(app: App, name: ReportName, language: Language): Promise<Buffer> {
  const { report } = await getReport(app, name);
  return writeReportBook(report, language, (path) => new URL(path, app.config.publicUrl).href);
}
