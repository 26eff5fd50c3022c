import { z } from 'zod';
import { optionalText, text, version } from '#forms/fields.ts';

/** The fields of the entry itself are read by its kind (entry.ts). */
export const entryForm = z.object({
  reason: optionalText(500),
  reasonEn: optionalText(500),
  version: version(),
});
export type EntryCommand = z.output<typeof entryForm>;

/** Administrative units, one a line (features/places/typed-units.ts). */
export const unitsForm = z.object({ units: text(30_000) });
export type UnitsCommand = z.output<typeof unitsForm>;
