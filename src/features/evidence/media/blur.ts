import { z } from 'zod';
import { version } from '#forms/fields.ts';
import { optionalDecimal } from '../numbers.ts';

/** Parts of one picture that can be blurred. */
export const mostRegions = 12;
export const regionParts = ['x', 'y', 'width', 'height'] as const;

/** In hundredths of a percent of the picture's width and height, from its upper left corner. */
export interface BlurRegion {
  x: number;
  y: number;
  width: number;
  height: number;
}

const percent = optionalDecimal(0, 100);
const numbers = Array.from({ length: mostRegions }, (_, index) => index + 1);

export function fieldOfRegion(part: (typeof regionParts)[number], number: number): string {
  return `${part}${number}`;
}

/** The form: for each part of the picture four percentages, or nothing at all. */
export const blurSchema = z
  .object({
    version: version(),
    ...Object.fromEntries(
      numbers.flatMap((number) => regionParts.map((part) => [fieldOfRegion(part, number), percent])),
    ),
  })
  .catchall(z.unknown());

export type RegionReading =
  | { kind: 'read'; regions: BlurRegion[] }
  /** The field of which the rest of its part makes no rectangle. */
  | { kind: 'half'; field: string };

/** The rectangles of a form, each within the picture. */
export function readRegions(form: Readonly<Record<string, unknown>>): RegionReading {
  const regions: BlurRegion[] = [];
  for (const number of numbers) {
    const given = regionParts.map((part) => form[fieldOfRegion(part, number)]);
    if (given.every((value) => typeof value !== 'number')) continue;
    const missing = regionParts.find((_, index) => typeof given[index] !== 'number');
    if (missing) return { kind: 'half', field: fieldOfRegion(missing, number) };
    const [x = 0, y = 0, width = 0, height = 0] = given.map((value) => Math.round(Number(value) * 100));
    if (width === 0 || x === 10_000) return { kind: 'half', field: fieldOfRegion('width', number) };
    if (height === 0 || y === 10_000) return { kind: 'half', field: fieldOfRegion('height', number) };
    regions.push({ x, y, width: Math.min(width, 10_000 - x), height: Math.min(height, 10_000 - y) });
  }
  return { kind: 'read', regions };
}

/** Regions as the form shows them. */
export function fieldsOfRegions(regions: readonly BlurRegion[]): Record<string, string> {
  return Object.fromEntries(
    regions.flatMap((region, index) =>
      regionParts.map((part) => [fieldOfRegion(part, index + 1), String(region[part] / 100)]),
    ),
  );
}
