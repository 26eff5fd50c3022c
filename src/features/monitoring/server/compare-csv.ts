import { pickText, type Language } from '#i18n/languages.ts';
import { csvLine, guardFormula } from '#server/datapackage/csv-line.ts';
import type { ComparedSet, ComparisonPage } from './compare-page.ts';

const byteOrderMark = '\u{FEFF}';

function fileOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${csvLine(header)}${rows.map((row) => csvLine(row.map(guardFormula))).join('')}`;
}

const indicators = ['fully', 'atLeastPartly'] as const;

function cellsOf(set: ComparedSet): string[] {
  const { figures } = set;
  const counts = { fully: figures.fullyAddressed.count, atLeastPartly: figures.atLeastPartlyAddressed.count };
  // Two decimals: what is computed with them is closer than what is shown.
  const two = (value: number | null | undefined) => value?.toFixed(2) ?? '';
  return indicators.flatMap((indicator) => {
    const { own, others } = set[indicator];
    const five = [others?.least, others?.lowerQuartile, others?.median, others?.upperQuartile, others?.most];
    return [String(counts[indicator]), two(own), String(others?.n ?? 0), ...five.map(two)];
  });
}

/** A municipality beside the spread of the others: the same figures as the page. */
export function spreadCsv(page: ComparisonPage): string {
  const spread = [
    'count',
    'percent',
    'others',
    'least',
    'lower_quartile',
    'median',
    'upper_quartile',
    'most',
  ];
  const header = [
    'municipality',
    'round',
    'by',
    'key',
    'denominator',
    ...spread.map((one) => `fully_${one}`),
    ...spread.map((one) => `at_least_partly_${one}`),
  ];
  const rowOf = (round: string, by: string, set: ComparedSet) => [
    page.municipality.key,
    round,
    by,
    set.key,
    String(set.figures.denominator),
    ...cellsOf(set),
  ];
  const round = page.chosen?.key ?? '';
  return fileOf(header, [
    ...page.years.map((set) => rowOf(set.round.key, 'year', set)),
    ...page.byField.map((set) => rowOf(round, 'field', set)),
    ...page.byCompetence.map((set) => rowOf(round, 'competence', set)),
  ]);
}

/** The components that are overdue or at risk. */
export function dueCsv(page: ComparisonPage, language: Language): string {
  const header = ['municipality', 'priority', 'component', 'state', 'due', 'competence', 'code', 'round'];
  const told = page.due ? [...page.due.overdue, ...page.due.atRisk] : [];
  return fileOf(
    header,
    told.map((row) => [
      page.municipality.key,
      row.priorityKey,
      pickText(row.statement, language),
      row.state,
      row.dueOn,
      row.competence,
      row.code ?? '',
      row.round ?? '',
    ]),
  );
}
