import { z } from 'zod';
import { calendarDay, choice, ids, optionalText, text, version } from '#forms/fields.ts';
import { languages, type Localised } from '#i18n/languages.ts';
import { mostSearches, type Search } from './search-log.ts';

// Commands of coding, as forms send them. The code is called `given`: a field named `code` is a secret to forms.

export const longest = { rationale: 5_000, place: 300 };

/** A control that stands once in each row of the search log. */
const column = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(optionalText(longest.place)).max(mostSearches),
);

const rows = z.object({ looked_in: column, asked: column, searched_on: column });

/** Rows of which something was filled in. */
function searchesOf({ looked_in, asked, searched_on }: z.output<typeof rows>): Search[] {
  const count = Math.max(looked_in.length, asked.length, searched_on.length);
  return Array.from({ length: count }, (_, row) => ({
    lookedIn: looked_in[row] ?? '',
    asked: asked[row] ?? '',
    searchedOn: searched_on[row] ?? '',
  }));
}

function isFilled({ lookedIn, asked, searchedOn }: Search): boolean {
  return lookedIn !== '' || asked !== '' || searchedOn !== '';
}

export const handInCoding = rows
  .extend({
    version: version().optional(),
    given: text(40),
    language: choice(languages),
    rationale: text(longest.rationale),
    evidence: ids(),
  })
  .superRefine((given, context) => {
    for (const [row, search] of searchesOf(given).entries()) {
      if (!isFilled(search)) continue;
      if (search.lookedIn === '') {
        context.addIssue({ code: 'custom', path: ['looked_in', row], message: 'form.fault.missing' });
      }
      if (!calendarDay().safeParse(search.searchedOn).success) {
        context.addIssue({ code: 'custom', path: ['searched_on', row], message: 'form.fault.day' });
      }
    }
  })
  .transform(({ version: base, given, language, rationale, evidence, ...columns }) => ({
    version: base ?? 0,
    code: given,
    language,
    rationale,
    evidence: [...new Set(evidence)],
    searches: searchesOf(columns).filter(isFilled),
    /** In which row of the form each of them stands. */
    searchRows: searchesOf(columns).flatMap((search, row) => (isFilled(search) ? [row] : [])),
  }));

export type HandInCoding = z.output<typeof handInCoding>;

const localised = (most: number) => ({ sq: optionalText(most), en: optionalText(most) });
const rationale = localised(longest.rationale);
const reason = localised(longest.rationale);

/** What stands in each language; a language without text is left out. */
function textsOf(sq: string, en: string): Localised {
  return { ...(sq === '' ? {} : { sq }), ...(en === '' ? {} : { en }) };
}

/** A code that somebody decides on, who did not code: both texts are to be published, so one language at least. */
export const decideCode = z
  .object({
    given: text(40),
    evidence: ids(),
    rationale_sq: rationale.sq,
    rationale_en: rationale.en,
    reason_sq: reason.sq,
    reason_en: reason.en,
  })
  .refine((given) => given.rationale_sq !== '' || given.rationale_en !== '', {
    path: ['rationale_sq'],
    message: 'form.fault.missing',
  })
  .refine((given) => given.reason_sq !== '' || given.reason_en !== '', {
    path: ['reason_sq'],
    message: 'form.fault.missing',
  })
  .transform((given) => ({
    code: given.given,
    evidence: [...new Set(given.evidence)],
    rationale: textsOf(given.rationale_sq, given.rationale_en),
    reason: textsOf(given.reason_sq, given.reason_en),
  }));

export type DecideCode = z.output<typeof decideCode>;

/** What was just done with a task, for the page that follows. */
export const justDone = z.object({
  done: z.enum(['handed-in', 'repeated', 'decided']).nullable().default(null).catch(null),
});
