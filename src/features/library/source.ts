import type { Localised } from '#i18n/languages.ts';

/** Where a row of the record comes from. */
export interface Source {
  key: string;
  title: string;
  publisher: string | null;
  url: string | null;
  language: string | null;
  publishedOn: string | null;
  licence: string | null;
  note: Localised | null;
}
