/** What a timeline has side by side: rounds, years. Days known to the year, month or day. */
export interface Column {
  key: string;
  starts: string;
  ends: string;
}

interface Lasting {
  starts: string;
  ends: string | null;
  endsIs: 'known' | 'at-least' | 'ongoing' | 'unknown';
}

/** A band as it lies over the columns of a timeline. */
export interface PlacedBand<One> {
  band: One;
  /** What marks it in the drawing: A, B, …, Z, AA. */
  mark: string;
  /** The columns that it touches. */
  columns: readonly string[];
  /** Where it begins and ends, in columns: 0 is the beginning of the first, 1.5 the middle of the second. */
  from: number;
  to: number;
}

export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10).padEnd(10, '-01');
}

/** Of a month the 31st: days are compared, never shown. */
export function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

/** The last day on which something is known to have lasted. */
export function lastKnown({ starts, ends, endsIs }: Lasting, today: string): string {
  switch (endsIs) {
    case 'known':
    case 'at-least':
      return lastDay(ends ?? starts);
    case 'ongoing':
      return firstDay(starts) > today ? lastDay(starts) : today;
    case 'unknown':
      return lastDay(starts);
  }
}

export function touches(band: Lasting, column: Column, today: string): boolean {
  return firstDay(band.starts) <= lastDay(column.ends) && lastKnown(band, today) >= firstDay(column.starts);
}

/** Days since a fixed one; only differences count. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 372 + (month - 1) * 31 + date - 1;
}

/** Where a day lies among the columns; in a gap between two, at their border. */
function placeOf(day: string, columns: readonly Column[], isEnd: boolean): number {
  const at = dayNumber(day) + (isEnd ? 1 : 0);
  for (const [index, column] of columns.entries()) {
    const from = dayNumber(firstDay(column.starts));
    const to = dayNumber(lastDay(column.ends)) + 1;
    if (at <= from) return index;
    if (at <= to) return index + (at - from) / (to - from);
  }
  return columns.length;
}

function markOf(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${markOf(Math.floor(index / 26) - 1)}${letter}`;
}

/**
 * The bands that touch any column of a timeline, in the order in which they began, each with its place.
 * @param columns in the order of time, none over another
 * @param today what still lasts reaches to this day
 */
export function bandsOver<One extends Lasting>(
  bands: readonly One[],
  columns: readonly Column[],
  today: string,
): PlacedBand<One>[] {
  return bands
    .toSorted((a, b) => (firstDay(a.starts) < firstDay(b.starts) ? -1 : 1))
    .flatMap((band) => {
      const touched = columns.filter((column) => touches(band, column, today));
      if (touched.length === 0) return [];
      return [
        {
          band,
          columns: touched.map(({ key }) => key),
          from: placeOf(firstDay(band.starts), columns, false),
          to: placeOf(lastKnown(band, today), columns, true),
        },
      ];
    })
    .map((placed, index) => ({ ...placed, mark: markOf(index) }));
}
