import { z } from 'zod';

/** Filters of the list of municipalities, as they stand in its URL. */
export const municipalityFilter = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  county: z.string().max(100).optional().catch(undefined),
  /** The municipality after which the page begins. */
  after: z.string().max(200).optional().catch(undefined),
});

export type MunicipalityFilter = z.infer<typeof municipalityFilter>;

/** Of the page of a municipality's needs: the one that its page comes after. */
export const needFilter = municipalityFilter.pick({ after: true });
