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

/** A report as a file, for the network's address and the municipalities' alike. @throws not-found */
export async function answerReport(
  app: App,
  name: ReportName,
  language: Language,
  file: ReportFile,
): Promise<Response> {
  const place = name.municipality ?? 'network';
  const ending = file.slice('report.'.length);
  return new Response(await bodyOf(app, name, language, file), {
    headers: {
      'content-type': types[file],
      'content-disposition': `inline; filename="report-${place}-${name.round}-${language}.${ending}"`,
    },
  });
}

async function bodyOf(
  app: App,
  name: ReportName,
  language: Language,
  file: ReportFile,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (file) {
    case 'report.pdf':
      return new Uint8Array(await currentPdf(app, name, language));
    case 'report.xlsx':
      return new Uint8Array(await currentBook(app, name, language));
    case 'report.json':
      return (await getReport(app, name)).json;
  }
}
