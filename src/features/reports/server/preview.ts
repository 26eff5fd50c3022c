import type { Actor } from '#features/accounts/actor.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { buildReport, sealReport, type Report } from './build.ts';
import { reportPdf } from './paper/report.ts';
import { imprintOf } from './public.ts';
import { subjectToWrite, type PlaceAddress } from './subject.ts';
import { readText } from './work-store.ts';

/** The public figures of a report with the words as they are saved, which are not public yet. @throws not-found */
export async function previewReport(app: App, actor: Actor, address: PlaceAddress): Promise<Report> {
  const { year, municipality } = await subjectToWrite(app, actor, address);
  if (year.round === null) throw notFound(`round ${address.number} of ${address.mandate}`);
  const [report, text] = await Promise.all([
    buildReport(app, { round: year.round, municipality: municipality?.key ?? null }),
    readText(app.db, {
      mandateId: year.mandateId,
      number: year.number,
      municipalityId: municipality?.id ?? null,
    }),
  ]);
  return text ? { ...report, foreword: text.foreword, lessons: text.lessons } : report;
}

/** The same as a PDF. @throws not-found */
export async function previewPdf(app: App, actor: Actor, address: PlaceAddress, language: Language) {
  const report = await previewReport(app, actor, address);
  const name = { round: report.round.key, municipality: report.municipality?.key ?? null };
  const { sha256 } = sealReport(report);
  const imprint = imprintOf(app, name, language, { sha256, edition: undefined });
  return reportPdf(app, report, { ...imprint, dataAddress: imprint.permalink }, language);
}
