import { languages, type Language } from '#i18n/languages.ts';
import { citeWork } from '#features/opendata/server/record-change.ts';
import { translator } from '#i18n/translate.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inSnapshot, type Tx } from '#server/database/db.ts';
import type { StoredBytes } from '#server/files/take-in.ts';
import { buildReport, sealReport } from './build.ts';
import { insertEdition, readEditions, type ReportRef } from './edition-store.ts';
import { insertFiles, readFilesOf } from './file-store.ts';
import { keepMade, makePublic } from '#server/files/keep-made.ts';
import { reportPdf } from './paper/report.ts';
import { imprintOf } from './public.ts';

/** A report that was typeset and is in the store, but that nobody knows of yet. */
export interface MadeReport {
  ref: ReportRef;
  words: {
    foreword: Awaited<ReturnType<typeof buildReport>>['foreword'];
    lessons: Awaited<ReturnType<typeof buildReport>>['lessons'];
  };
  data: StoredBytes;
  pdfs: { language: Language; file: StoredBytes }[];
  /** The edition that has no files yet; undefined where there is to be another. */
  edition: { id: string; key: string; edition: number; publishedOn: string } | undefined;
  day: string;
}

/**
 * Typesets a report in every language, from the record as it is now.
 * @returns undefined where its newest edition was made of the same data: nothing has changed
 */
export async function typesetReport(app: App, ref: ReportRef): Promise<MadeReport | undefined> {
  const name = { round: ref.round.key, municipality: ref.municipality?.key ?? null };
  // Of one moment: what is put right while it is read stands in the next edition, not in half of this one.
  const { report, last, files, isUnchanged } = await inSnapshot(app.db, async (tx) => {
    const then = { ...app, db: tx };
    const newest = (await readEditions(tx, ref.round.id, ref.municipality?.id ?? null)).at(-1);
    const made = newest ? await readFilesOf(tx, [newest.id]) : [];
    const current = await buildReport(then, name);
    const { sha256: now } = sealReport(current);
    const isKept = made.some((file) => file.dataSha256 === now);
    const isNext = made.length > 0 && !isKept;
    return {
      report: isNext ? await buildReport(then, name, { isNext }) : current,
      last: newest,
      files: made,
      isUnchanged: isKept,
    };
  });
  if (isUnchanged) return undefined;
  const edition = last && files.length === 0 ? last : undefined;
  const { json, sha256 } = sealReport(report);
  const day = dayOf(app.clock());
  const printed = edition ?? { edition: (last?.edition ?? 0) + 1, publishedOn: day };
  const pdfs: MadeReport['pdfs'] = [];
  for (const language of languages) {
    const imprint = imprintOf(app, name, language, { sha256, edition: printed });
    const pdf = await reportPdf(app, report, imprint, language);
    pdfs.push({ language, file: await keepMade(app, pdf, 'application/pdf') });
  }
  const data = await keepMade(app, Buffer.from(json), 'application/json');
  const { foreword, lessons } = report;
  return { ref, words: { foreword, lessons }, data, pdfs, edition, day };
}

/**
 * Makes a typeset report part of the record: the PDFs of the edition that waits for them, or a further edition.
 * @returns the ids of the rows
 */
export async function publishMade(tx: Tx, made: MadeReport): Promise<string[]> {
  const { ref, words, data, pdfs, edition, day } = made;
  const added = edition ? undefined : await insertEdition(tx, ref, words, day);
  const report = edition ?? added;
  if (!report) throw new Error('a report has an edition');
  for (const file of [data, ...pdfs.map((pdf) => pdf.file)]) await makePublic(tx, file);
  const files = await insertFiles(
    tx,
    report,
    data.sha256,
    pdfs.map(({ language, file }) => ({ language, sha256: file.sha256 })),
  );
  const t = translator(defaultLanguage);
  await citeWork(
    tx,
    {
      key: `work/reports/${report.key}`,
      title: `${t('reports.title')}: ${report.key}`,
      publisher: t('site.tagline'),
      publishedOn: day,
    },
    [
      ...(added ? [{ kind: 'monitoring_report', id: added.id }] : []),
      ...files.map((id) => ({ kind: 'monitoring_report_file', id })),
    ],
  );
  return [report.id, ...files];
}
