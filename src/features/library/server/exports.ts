import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { bibtexOf } from '../bibtex.ts';
import { risOf } from '../ris.ts';
import type { CatalogueFilter } from '../schema.ts';
import type { Work } from '../work.ts';
import { listWorks, mostExported, showItem } from './works.ts';
import { readWork } from './works-store.ts';

/** The formats in which reference managers take works: by the end of a file's name. */
const formats = {
  bib: { mediaType: 'application/x-bibtex; charset=utf-8', write: bibtexOf },
  ris: { mediaType: 'application/x-research-info-systems; charset=utf-8', write: risOf },
} as const;

export type ExportFormat = keyof typeof formats;

export function isExportFormat(name: string): name is ExportFormat {
  return name in formats;
}

export interface Exported {
  mediaType: string;
  text: string;
}

/** Where a work is read, in the language of who asks. */
export function addressOf(app: App, language: Language, { path }: Pick<Work, 'path'>): string {
  return `${app.config.publicUrl}/${language}/${path}`;
}

function write(app: App, language: Language, works: readonly Work[], format: ExportFormat): Exported {
  const { mediaType, write: writeOne } = formats[format];
  return { mediaType, text: works.map((work) => writeOne(work, addressOf(app, language, work))).join('') };
}

/** @throws not-found */
export async function exportPublication(app: App, language: Language, key: string, format: ExportFormat) {
  const work = await readWork(app.db, key);
  if (!work) throw notFound(`publication ${key}`);
  return write(app, language, [work], format);
}

/** @throws not-found */
export async function exportItem(app: App, language: Language, key: string, format: ExportFormat) {
  return write(app, language, [await showItem(app, key)], format);
}

/** What a search of the catalogue gives, in its order: the first thousand. */
export async function exportList(
  app: App,
  language: Language,
  filter: CatalogueFilter,
  format: ExportFormat,
): Promise<Exported> {
  const { works } = await listWorks(app, language, filter, mostExported);
  return write(app, language, works, format);
}
