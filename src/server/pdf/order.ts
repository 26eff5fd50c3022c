import type { Language } from '#i18n/languages.ts';
import type { PdfData } from './printable.ts';

/** What is asked of the thread that makes PDFs. */
export interface PdfOrder {
  /** The template, from src/ on: 'features/listening/server/paper/session-poster.typ'. */
  template: string;
  data: PdfData;
}

export interface PdfDocument {
  /** As the reader's title bar and the list of documents show it. */
  title: string;
  language: Language;
}

export type PdfAnswer = { pdf: Uint8Array<ArrayBuffer> } | { fault: string };
