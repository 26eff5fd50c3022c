import type { Figures } from '#features/monitoring/figures.ts';
import type { PublishedFigure } from '#features/monitoring/published.ts';
import { computedRows, type Computed } from './computed.ts';
import { measures, publishedAs, type Measure } from './measure.ts';

/** Gatherings of one kind in one year, as the record has them. */
export interface Gatherings {
  year: number;
  kind: string;
  events: number;
  /** Those of which it is known how many came. */
  counted: number;
  participants: number;
  isAtLeast: boolean;
}

/** From which year to which an organisation works in a municipality; until null: to this day. */
export interface Presence {
  municipalityId: string;
  since: number;
  until: number | null;
}

export interface YearlyRound {
  key: string;
  mandate: string;
  ends: string;
  figures: Figures;
}

export interface YearlyInput {
  /** Nothing later is counted. */
  thisYear: number;
  gatherings: readonly Gatherings[];
  presences: readonly Presence[];
  /** Monitoring rounds with a status in the record, oldest first. */
  rounds: readonly YearlyRound[];
  /** The end of every round, by its key. */
  roundEnds: ReadonlyMap<string, string>;
  /** What the network published of the whole network. */
  published: readonly PublishedFigure[];
}

/** What was published of a measure, as it was: one figure, or two that add up to it. */
export interface Published {
  figures: readonly PublishedFigure[];
  value: number;
  unit: 'count' | 'percent';
}

/**
 * What is known of one measure in one year. The two ways of knowing stand apart: a published figure is never put in the
 * place of a computed one, nor added to it.
 */
export interface Cell {
  measure: Measure;
  computed: Computed | null;
  published: readonly Published[];
}

export interface Year {
  year: number;
  cells: readonly Cell[];
}

/** @returns every year from the first to the last of which anything is known, newest first */
export function figuresByYear(input: YearlyInput): Year[] {
  const published = Map.groupBy(
    input.published.filter((figure) => figure.municipality === null),
    (figure) => yearOf(figure, input.roundEnds),
  );
  const years = [
    ...input.gatherings.map(({ year }) => year),
    ...input.rounds.map(({ ends }) => yearIn(ends)),
    ...[...published]
      .filter(([, figures]) => measures.some((measure) => publishedOf(measure, figures).length > 0))
      .flatMap(([year]) => year ?? []),
  ].filter((year) => year <= input.thisYear);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const count = Math.max(...years) - first + 1;
  const computed = computedRows(input);
  return Array.from({ length: count }, (_, index) => {
    const year = first + count - 1 - index;
    const own = published.get(year) ?? [];
    return {
      year,
      cells: measures.map((measure) => ({
        measure,
        computed: computed(measure, year),
        published: publishedOf(measure, own),
      })),
    };
  });
}

/** What was published of the whole network and stands in no year of the table: of a mandate, of a day's signatures. */
export function besideTheYears(
  published: readonly PublishedFigure[],
  years: readonly Year[],
): PublishedFigure[] {
  const shown = new Set(
    years.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.published.flatMap(({ figures }) => figures.map(({ id }) => id))),
    ),
  );
  return published.filter(({ id, municipality }) => municipality === null && !shown.has(id));
}

function publishedOf(measure: Measure, figures: readonly PublishedFigure[]): Published[] {
  const wanted = publishedAs[measure];
  const [first] = wanted;
  if (wanted.length === 1) {
    return figures
      .filter((figure) => figure.measure === first)
      .map((figure) => ({ figures: [figure], value: figure.value, unit: figure.unit }));
  }
  // A sum is one only of figures of the same round and kind.
  return [...Map.groupBy(figures, ({ round, unit }) => `${round} ${unit}`).values()].flatMap((side) => {
    const parts = wanted.flatMap((name) => side.find((figure) => figure.measure === name) ?? []);
    const [one] = parts;
    if (!one || parts.length < wanted.length) return [];
    return [{ figures: parts, value: parts.reduce((sum, { value }) => sum + value, 0), unit: one.unit }];
  });
}

function yearIn(date: string): number {
  return Number(date.slice(0, 4));
}

/** The year of its date, else the one in which its round ended; a figure of a whole mandate is of no year. */
function yearOf(figure: PublishedFigure, roundEnds: ReadonlyMap<string, string>): number | undefined {
  const date = figure.round === null ? figure.dated : (roundEnds.get(figure.round) ?? figure.dated);
  return date ? yearIn(date) : undefined;
}
