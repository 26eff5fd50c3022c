import { asOfParameter, nameAsOf } from '#features/monitoring/as-of.ts';
import { asOfAsked, type AsOf } from '#features/monitoring/server/as-of.ts';
import { refuseDay } from '#features/monitoring/server/as-of-file.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { ReportName } from './build.ts';
import { currentBook, currentPdf, getReport } from './public.ts';

const types = {
  'report.pdf': 'application/pdf',
  'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'report.json': 'application/json; charset=utf-8',
} as const;

export type ReportFile = keyof typeof types;

interface FileRequest {
  locals: { app: App; language: Language; requestId: string };
  url: { searchParams: Pick<URLSearchParams, 'get'> };
}

/** A report as a file, for the network's address and the municipalities' alike. @throws not-found */
export async function answerReport(
  { locals, url }: FileRequest,
  name: ReportName,
  file: ReportFile,
): Promise<Response> {
  const { app, language } = locals;
  const asOf = await asOfAsked(app, url.searchParams.get(asOfParameter));
  if (asOf.fault !== null) return refuseDay(asOf.fault, language, locals.requestId);
  const place = name.municipality ?? 'network';
  const ending = file.slice('report.'.length);
  return new Response(await bodyOf(app, name, language, { file, asOf }), {
    headers: {
      'content-type': types[file],
      'content-disposition': `inline; filename="${nameAsOf(`report-${place}-${name.round}-${language}.${ending}`, asOf.day)}"`,
    },
  });
}

async function bodyOf(
  app: App,
  name: ReportName,
  language: Language,
  { file, asOf }: { file: ReportFile; asOf: AsOf },
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (file) {
    case 'report.pdf':
      return new Uint8Array(await currentPdf(app, name, language, asOf));
    case 'report.xlsx':
      return new Uint8Array(await currentBook(app, name, language, asOf));
    case 'report.json':
      return (await getReport(app, name, asOf)).json;
  }
}
