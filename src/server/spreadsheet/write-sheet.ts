import writeXlsxFile from 'write-excel-file/node';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { csvLine, guardFormula } from '../datapackage/csv-line.ts';
import { cellText } from './cell-text.ts';
import type { SheetColumn } from './sheet.ts';

/** A value that a column takes, and what it stands for. */
export interface ListedValue {
  column: string;
  value: string;
  meaning: string;
}

/**
 * A template to fill in: a sheet with the header, and one that says what each column takes.
 * @param rows cells that stand in it already, in the columns' order
 * @param listed what columns take that take one of a list, below what is said of the columns
 */
export function writeTemplate(
  columns: readonly SheetColumn[],
  language: Language,
  rows: readonly (readonly string[])[] = [],
  listed: readonly ListedValue[] = [],
): Promise<Buffer> {
  const t = translator(language);
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true });
  const plain = (value: string) => ({ value: cellText(value), type: String, wrap: true });
  const about = [t('spreadsheet.column'), t('spreadsheet.expected'), t('spreadsheet.example')];
  return writeXlsxFile([
    {
      sheet: t('spreadsheet.data'),
      data: [columns.map(({ header }) => bold(header[language])), ...rows.map((row) => row.map(plain))],
      columns: columns.map(({ header }) => ({ width: Math.max(14, header[language].length + 4) })),
      stickyRowsCount: 1,
    },
    {
      sheet: t('spreadsheet.about'),
      data: [
        about.map(bold),
        ...columns.map(({ header, hint, example, required }) => [
          plain(header[language]),
          plain(required ? `${hint[language]} ${t('spreadsheet.required')}` : hint[language]),
          plain(example[language]),
        ]),
        ...(listed.length === 0
          ? []
          : [
              [],
              [t('spreadsheet.column'), t('spreadsheet.allowed'), t('spreadsheet.meaning')].map(bold),
              ...listed.map(({ column, value, meaning }) => [plain(column), plain(value), plain(meaning)]),
            ]),
      ],
      columns: [{ width: 24 }, { width: 60 }, { width: 40 }],
    },
  ]).toBuffer();
}

/** The same as CSV, with the mark by which Excel knows UTF-8. */
export function writeCsvTemplate(
  columns: readonly SheetColumn[],
  language: Language,
  rows: readonly (readonly string[])[] = [],
): string {
  const header = csvLine(columns.map((column) => column.header[language]));
  return `\uFEFF${header}${rows.map((row) => csvLine(row.map(guardFormula))).join('')}`;
}
