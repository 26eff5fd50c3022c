import { firstDay, lastKnown, type Column } from './bands.ts';
import type { Band } from './period.ts';

/** The calendar years from the first band to the last day that any is known to have lasted. */
export function yearsOf(bands: readonly Pick<Band, 'starts' | 'ends' | 'endsIs'>[], today: string): Column[] {
  const firsts = bands.map(({ starts }) => Number(firstDay(starts).slice(0, 4)));
  const lasts = bands.map((band) => Number(lastKnown(band, today).slice(0, 4)));
  if (firsts.length === 0) return [];
  const from = Math.min(...firsts);
  const to = Math.max(...lasts);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const year = String(from + index);
    return { key: year, starts: year, ends: year };
  });
}
