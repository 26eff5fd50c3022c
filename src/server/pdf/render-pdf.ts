import { translator } from '#i18n/translate.ts';
import type { App } from '../app.ts';
import type { PdfDocument } from './order.ts';
import type { PdfData } from './printable.ts';
import { wordmarkSvg } from './wordmark-svg.ts';

/**
 * A template (its path from src/ on) set with data: a tagged PDF, PDF/UA-1, with title and language. The same call gives
 * the same bytes, as long as Typst and the fonts are the same versions: what is signed or sealed is kept as a file.
 * @throws DomainError 'unavailable' where it cannot be made now.
 * @example
 * await renderPdf(app, 'features/listening/server/paper/session-poster.typ', { about: 'Kantieri #3' }, { title, language });
 */
export function renderPdf(
  app: Pick<App, 'pdf'>,
  template: string,
  data: PdfData,
  document: PdfDocument,
): Promise<Uint8Array> {
  const page = translator(document.language)('paper.page', { page: '{page}', pages: '{pages}' });
  return app.pdf.make({ template, data: { ...document, page, wordmark: wordmarkSvg(), data } });
}
