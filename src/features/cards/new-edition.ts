import type { FieldFault, Fields } from '#forms/form.ts';
import { fieldOf } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { Localised } from '#i18n/languages.ts';

/** An issue as it is typed: a line under its field. */
export interface TypedIssue {
  fieldId: string;
  statement: Localised;
}

const mostIssues = 100;
const longestIssue = 300;

function linesOf(typed: string): string[] {
  return sanitised(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * The issues of a new edition: one a line, under each field, in the controls `sq-<key>` and `en-<key>`. English may be left
 * out; where it stands, it has as many lines as Albanian.
 */
export function readIssues(
  fields: readonly { id: string; key: string }[],
  typed: Fields,
): { issues: TypedIssue[]; faults: FieldFault[] } {
  const issues: TypedIssue[] = [];
  const faults: FieldFault[] = [];
  for (const { id, key } of fields) {
    const sq = linesOf(fieldOf(typed, `sq-${key}`));
    const en = linesOf(fieldOf(typed, `en-${key}`));
    if (en.length > 0 && en.length !== sq.length) {
      faults.push({ field: `en-${key}`, key: 'cards.fault.lines', values: { sq: sq.length, en: en.length } });
    }
    for (const [language, lines] of Object.entries({ sq, en })) {
      if (lines.some((line) => line.length > longestIssue))
        faults.push({
          field: `${language}-${key}`,
          key: 'cards.fault.long-line',
          values: { most: longestIssue },
        });
    }
    for (const [index, line] of sq.entries()) {
      const translated = en[index];
      issues.push({ fieldId: id, statement: { sq: line, ...(translated ? { en: translated } : {}) } });
    }
  }
  const [first] = fields;
  if (first && issues.length === 0) faults.push({ field: `sq-${first.key}`, key: 'cards.fault.no-issues' });
  if (first && issues.length > mostIssues)
    faults.push({
      field: `sq-${first.key}`,
      key: 'cards.fault.too-many-issues',
      values: { most: mostIssues },
    });
  return { issues, faults };
}

/** Words for values of the scale, one a line: `1 = not at all`. What names no value of the scale is a fault. */
export function readLabels(
  { least, most }: { least: number; most: number },
  typed: Readonly<Record<'labelsSq' | 'labelsEn', string>>,
): { labels: Record<string, Localised>; faults: FieldFault[] } {
  const labels: Record<string, Localised> = {};
  const faults: FieldFault[] = [];
  for (const [field, language] of [
    ['labelsSq', 'sq'],
    ['labelsEn', 'en'],
  ] as const) {
    for (const line of linesOf(typed[field])) {
      const [, number = '', word = ''] = /^(\d{1,2})\s*[=:–-]\s*(\S.{0,99})$/u.exec(line) ?? [];
      const value = Number(number);
      if (word === '' || value < least || value > most) {
        faults.push({ field, key: 'cards.fault.label', values: { line: line.slice(0, 100), least, most } });
        break;
      }
      labels[value] = { ...labels[value], [language]: word };
    }
  }
  return { labels, faults };
}

/** The other way round: what a new edition begins from. */
export function typedFrom(form: {
  name: Localised;
  scale: { least: number; most: number; labels: Readonly<Record<string, Localised>> };
  issues: readonly { fieldKey: string; statement: Localised }[];
}): Record<string, string> {
  const { name, scale, issues } = form;
  const labels = (language: 'sq' | 'en') =>
    Object.entries(scale.labels)
      .flatMap(([value, label]) => (label[language] ? [`${value} = ${label[language]}`] : []))
      .join('\n');
  const lines = [...Map.groupBy(issues, ({ fieldKey }) => fieldKey)].flatMap(([key, own]) =>
    (['sq', 'en'] as const).map((language): [string, string] => [
      `${language}-${key}`,
      own.map(({ statement }) => statement[language] ?? '').join('\n'),
    ]),
  );
  return {
    nameSq: name.sq ?? '',
    nameEn: name.en ?? '',
    least: String(scale.least),
    most: String(scale.most),
    labelsSq: labels('sq'),
    labelsEn: labels('en'),
    ...Object.fromEntries(lines),
  };
}
