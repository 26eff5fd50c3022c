import { z } from 'zod';
import { articleKinds } from './article.ts';

/** Filters of the list of articles, as they stand in its address; anything else there is as if it were not. */
export const articleFilter = z.object({
  kind: z.enum(articleKinds).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  /** Key of the last article on the page before. */
  after: z.string().max(200).optional().catch(undefined),
});

export type ArticleFilter = z.output<typeof articleFilter>;
