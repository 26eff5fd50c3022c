import { z } from 'zod';
import {
  choice,
  day,
  id,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  version,
  wholeNumber,
} from '#forms/fields.ts';
import type { Scale } from './card-form.ts';
import { ageBands, sexes } from './person.ts';

/** Nothing, or one of a list: null then. */
function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .string()
    .default('')
    .transform((value) => (value === '' ? null : value))
    .pipe(z.union([z.null(), choice(values)]));
}

/** What of a card must be known to read one. */
export interface CardShape {
  scale: Pick<Scale, 'least' | 'most'>;
  issues: readonly unknown[];
}

/** The controls `scores.0`, `scores.1` … of a form as one list, in the order of the card. */
function withScores(typed: unknown, count: number): unknown {
  const fields = new Map(Object.entries(typed ?? {}));
  const scores = Array.from({ length: count }, (_, index) => fields.get(`scores.${index}`) ?? '');
  return { ...Object.fromEntries(fields), scores };
}

function scoresOf({ scale, issues }: CardShape) {
  return z.array(optionalWholeNumber(scale.least, scale.most)).length(issues.length);
}

/** One card as it is typed. `id` comes with the page, so that sending it twice saves it once. */
export function cardSchema(form: CardShape) {
  return z.preprocess(
    (typed) => withScores(typed, form.issues.length),
    z.object({
      id: id(),
      number: wholeNumber(1, 9999),
      unit: optionalId(),
      sex: optionalChoice(sexes),
      ageBand: optionalChoice(ageBands),
      scores: scoresOf(form),
    }),
  );
}

export type CardCommand = z.output<ReturnType<typeof cardSchema>>;

/** A saved card put right. */
export function correctionSchema(form: CardShape) {
  return z.preprocess(
    (typed) => withScores(typed, form.issues.length),
    z.object({
      version: version(),
      number: wholeNumber(1, 9999),
      unit: optionalId(),
      sex: optionalChoice(sexes),
      ageBand: optionalChoice(ageBands),
      scores: scoresOf(form),
    }),
  );
}

export type CorrectionCommand = z.output<ReturnType<typeof correctionSchema>>;

/** A second entry, or the third look at what differs: scores alone. */
export function scoresSchema(form: CardShape) {
  return z.preprocess(
    (typed) => withScores(typed, form.issues.length),
    z.object({ card: id(), scores: scoresOf(form) }),
  );
}

export type ScoresCommand = z.output<ReturnType<typeof scoresSchema>>;

/** On which form a session's cards are, and how many are entered twice. */
export const batchSettings = z.object({
  version: version(),
  form: id(),
  secondEvery: wholeNumber(1, 100),
});

/** The three issues that a group agreed on, most pressing first. */
export const topThree = z
  .object({
    version: version(),
    first: optionalWholeNumber(1, 999),
    second: optionalWholeNumber(1, 999),
    third: optionalWholeNumber(1, 999),
  })
  .superRefine(({ first, second, third }, context) => {
    const twice = 'cards.fault.twice';
    if (second !== null && second === first)
      context.addIssue({ code: 'custom', path: ['second'], message: twice });
    if (third !== null && (third === first || third === second))
      context.addIssue({ code: 'custom', path: ['third'], message: twice });
  });

/** A new edition of the network's card, of the one named in `from` or of a new one; its issues stand in fields of their own (new-edition.ts). */
export const newEdition = z
  .object({
    from: optionalId(),
    nameSq: text(200),
    nameEn: optionalText(200),
    validFrom: day(),
    least: wholeNumber(0, 98),
    most: wholeNumber(1, 99),
    labelsSq: optionalText(2000),
    labelsEn: optionalText(2000),
  })
  .refine(({ least, most }) => most > least && most - least <= 20, {
    path: ['most'],
    message: 'cards.fault.scale',
  });

export type NewEdition = z.output<typeof newEdition>;

/** A card taken away, and why. */
export const removal = z.object({ reason: text(500) });

const told = z.coerce.number().int().min(0).max(9999).nullable().default(null).catch(null);

/** What a page says was just done, as its address tells it: how many cards came in, or which card was saved. */
export const justDone = z.object({ added: told, saved: told, taken: told });

/** Which results a page asks for, as they stand in its URL. */
export const resultsWanted = z.object({
  form: z.uuid().optional().catch(undefined),
  mandate: z.string().max(100).optional().catch(undefined),
});

/** Which results become public. */
export const publication = z.object({ form: id(), mandate: text(100) });

/** Cards on paper, as their address asks: for which session, with which numbers. */
export const printCommand = z.object({
  session: z.uuid().nullable().default(null).catch(null),
  from: z.coerce.number().int().min(1).max(9999).default(1).catch(1),
  count: z.coerce.number().int().min(1).max(60).default(30).catch(30),
});

export type PrintCommand = z.output<typeof printCommand>;
