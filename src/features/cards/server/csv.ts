import type { Actor } from '#features/accounts/actor.ts';
import type { Formats } from '#i18n/format.ts';
import { pickText } from '#i18n/languages.ts';
import type { Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { csvLine, guardFormula } from '#server/datapackage/csv-line.ts';
import { rowsOf } from '../group-names.ts';
import { showResults, type ResultsOf } from './results.ts';

const header = [
  'position',
  'field',
  'issue',
  'group_kind',
  'group',
  'n',
  'mean',
  'deviation',
  'lower_quartile',
  'median',
  'upper_quartile',
];

const kinds = ['all', 'unit', 'sex', 'session'] as const;

/** The results of a municipality as a file for spreadsheets: the same lines as the page, nothing of fewer than five people. */
export async function resultsCsv(
  app: App,
  actor: Actor,
  key: string,
  wanted: ResultsOf,
  { language, t, formats }: { language: Language; t: Translate; formats: Formats },
): Promise<string> {
  const { chosen } = await showResults(app, actor, key, wanted);
  if (!chosen) return csvLine(header);
  const named = { issues: chosen.form.issues, units: chosen.units, sessions: chosen.sessions };
  const two = (value: number) => value.toFixed(2);
  const lines = kinds.flatMap((kind) =>
    rowsOf(chosen.results, kind, named, t, formats).map((row) =>
      csvLine(
        [
          String(row.position),
          pickText(row.fieldName, language),
          pickText(row.issue, language),
          kind,
          row.group,
          String(row.n),
          two(row.mean),
          two(row.deviation),
          two(row.lowerQuartile),
          two(row.median),
          two(row.upperQuartile),
        ].map(guardFormula),
      ),
    ),
  );
  return [csvLine(header), ...lines].join('');
}
