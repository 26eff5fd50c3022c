import { z } from 'zod';

const localised = z.strictObject({ sq: z.string().min(1), en: z.string().min(1) });
const workingDays = z.int().min(1).max(365);

/**
 * A country's law on the right to information, as a file of the installation: data/information-laws/<country>.json. Its terms
 * are working days after the day on which they begin.
 */
export const informationLawSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Where its deadlines stand. */
  source: z.string().min(1),
  name: localised,
  /** What a request has to hold. */
  request: z.strictObject({ article: localised }),
  /** How long the authority has from the day on which the request was handed in. */
  answer: z.strictObject({ days: workingDays, article: localised }),
  /** By how much it may make that longer, once, where it says why. */
  extension: z.strictObject({ days: workingDays }),
  /** How long one can complain, and to whom, after a refusal or after the deadline passed in silence. */
  complaint: z.strictObject({ days: workingDays, article: localised, to: localised }),
});

export type InformationLaw = z.output<typeof informationLawSchema>;
