import { z } from 'zod';
import { id, optionalText, text, ticked, version } from '#forms/fields.ts';

const longest = 40_000;

export const draftForm = z.object({
  textSq: text(longest),
  textEn: text(longest),
  changesSq: optionalText(2000),
  changesEn: optionalText(2000),
  version: version().optional(),
});
export type DraftCommand = z.output<typeof draftForm>;

/** The draft as whoever publishes it has read it. */
export const publishForm = z.object({ version: version() });

export const signForm = z.object({
  organisation: id(),
  /** The version that stood on the page. */
  number: version(),
  signedBy: text(200),
  capacitySq: optionalText(200),
  capacityEn: optionalText(200),
  agrees: ticked().refine((is) => is, 'methodology.fault.agrees'),
});
export type SignCommand = z.output<typeof signForm>;
