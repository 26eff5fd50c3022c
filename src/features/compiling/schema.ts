import { z } from 'zod';
import { choice, id, optionalId, optionalText, text, version } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';

/** Needs that one step may take. */
export const mostNeeds = 500;
export const longestTitle = 300;
export const longestReason = 500;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const seen = new RegExp(`^${uuid}@(${uuid}|waiting|aside)$`);

/** Chosen needs, each with where it stood: `<id>@waiting`. */
function needs() {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.string().regex(seen, 'form.fault.choice'))
      .min(1, 'compiling.fault.no-needs')
      .max(mostNeeds, 'compiling.fault.too-many-needs')
      .transform((values) =>
        [...new Set(values)].map((value) => {
          const [needId = '', at = ''] = value.split('@');
          return { id: needId, at };
        }),
      ),
  );
}

/** Every step carries an id made with the form: a form that is sent twice is one step. */
const step = { step: id() };

/** Into a candidate that is chosen, or into a new one; its title may be left out: then it is the first need's words. */
export const putTogether = z.object({
  ...step,
  needs: needs(),
  candidate: optionalId(),
  title: z.string().max(longestTitle).optional().default(''),
  title_language: choice(languages).optional(),
  field: optionalId(),
});

export const setNeedsAside = z.object({
  ...step,
  needs: needs(),
  reason: text(longestReason),
  reason_language: choice(languages).optional(),
  reason_other: optionalText(longestReason).optional(),
});
export const releaseNeeds = z.object({ ...step, needs: needs() });

export const renameCandidate = z.object({
  ...step,
  candidate: id(),
  title: text(longestTitle),
  title_language: choice(languages).optional(),
  title_other: optionalText(longestTitle).optional(),
  field: optionalId(),
  version: version(),
});

export const mergeCandidates = z.object({ ...step, candidate: id(), into: id() });
export const dissolveCandidate = z.object({ ...step, candidate: id() });
export const undoStep = z.object({ ...step, number: z.coerce.number().int().min(1).max(1_000_000_000) });

export type PutTogether = z.infer<typeof putTogether>;

export const placeFilters = ['waiting', 'candidate', 'aside', 'all'] as const;
export type PlaceFilter = (typeof placeFilters)[number];

const optionalUuid = z.uuid().optional().catch(undefined);
const longKey = z.string().max(200).optional().catch(undefined);

/** What a board's address holds: anything else there is as if it were not. */
export const boardFilter = z.object({
  q: z.string().max(400).optional().catch(undefined),
  place: z.enum(placeFilters).default('waiting').catch('waiting'),
  field: longKey,
  unit: longKey,
  session: optionalUuid,
  review: z.enum(['open', 'accepted', 'withheld']).optional().catch(undefined),
  language: z.enum(['sq', 'en']).optional().catch(undefined),
  after: optionalUuid,
  /** Which candidates: their title, and the page of them. */
  c: z.string().max(200).optional().catch(undefined),
  cafter: optionalUuid,
  /** The log before a step. */
  before: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
  /** The step that was just taken: told and offered to be undone. */
  done: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
});

export type BoardFilter = z.infer<typeof boardFilter>;
