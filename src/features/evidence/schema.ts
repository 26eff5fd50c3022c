import { z } from 'zod';
import { evidenceClasses } from '#features/coding/entry-rules.ts';
import { leadsToPerson, looksLikeName } from '#features/listening/personal.ts';
import {
  choice,
  day,
  id,
  ids,
  optionalDay,
  optionalText,
  optionalTime,
  optionalWholeNumber,
  text,
  ticked,
  version,
  wholeNumber,
} from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import {
  budgetPhases,
  currencies,
  meetingForms,
  requestOutcomes,
  waysHeard,
  type EvidenceDetails,
  type ProcurementFacts,
} from './details.ts';
import { longest } from './fields.ts';
import { evidenceKinds, stances } from './kind.ts';
import { decimal, optionalDecimal } from './numbers.ts';

/** What residents say leads to nobody: the item is public one day, and so is who it seems to come from. */
const impersonal = (most: number) =>
  optionalText(most)
    .refine((value) => !leadsToPerson(value), 'evidence.fault.personal')
    .refine((value) => !looksLikeName(value), 'evidence.fault.name');

/** One sentence: lines that were pasted are joined. */
const sentence = optionalText(500).transform((value) => value.replaceAll(/\s*\n\s*/g, ' '));

const webAddress = optionalText(2000).refine(
  (value) => value === '' || isWebAddress(value),
  'evidence.fault.address',
);

function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** What every item has. `class` empty: that of its kind. */
const base = {
  class: z.union([z.literal(''), z.enum(evidenceClasses)], 'form.fault.choice').default(''),
  stance: choice(stances),
  dated: day(),
  showsSq: sentence,
  showsEn: sentence,
  bindingLanguage: choice(languages),
  publisher: optionalText(200),
  url: webAddress,
  components: ids(),
  ofMunicipality: ticked(),
  visibility: z.enum(['public', 'private'], 'form.fault.choice').default('public'),
  readers: ids(),
  altSq: optionalText(300),
  altEn: optionalText(300),
};

const spot = {
  place: text(longest.place),
  latitude: optionalDecimal(-90, 90),
  longitude: optionalDecimal(-180, 180),
  accuracy: optionalDecimal(0, 100_000),
  at: optionalTime(),
};

const own = {
  photo: spot,
  observation: spot,
  document: { reference: optionalText(longest.reference), page: optionalText(longest.page) },
  link: {},
  'council-decision': { number: text(longest.number) },
  'budget-line': {
    year: wholeNumber(1990, 2100),
    line: text(longest.line),
    phase: choice(budgetPhases),
    amount: decimal(0, 1e13),
    currency: choice(currencies),
  },
  procurement: {},
  'information-request': {
    addressee: text(longest.addressee),
    askedOn: day(),
    dueOn: optionalDay(),
    answeredOn: optionalDay(),
    outcome: choice(requestOutcomes),
  },
  meeting: {
    form: choice(meetingForms),
    place: text(longest.place),
    participants: optionalWholeNumber(1, 100_000),
  },
  statement: { speaker: impersonal(longest.speaker), heard: choice(waysHeard) },
};

function itemOf<const Extra extends z.ZodRawShape>(extra: Extra) {
  const common = { ...base, ...extra };
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('photo'), ...common, ...own.photo }),
    z.object({ kind: z.literal('observation'), ...common, ...own.observation }),
    z.object({ kind: z.literal('document'), ...common, ...own.document }),
    z.object({ kind: z.literal('link'), ...common, ...own.link }),
    z.object({ kind: z.literal('council-decision'), ...common, ...own['council-decision'] }),
    z.object({ kind: z.literal('budget-line'), ...common, ...own['budget-line'] }),
    z.object({ kind: z.literal('procurement'), ...common, ...own.procurement }),
    z.object({ kind: z.literal('information-request'), ...common, ...own['information-request'] }),
    z.object({ kind: z.literal('meeting'), ...common, ...own.meeting }),
    z.object({ kind: z.literal('statement'), ...common, ...own.statement }),
  ]);
}

/** `id` comes with the form, so that a form sent twice adds one item. */
export const newItem = itemOf({ id: id() });
export const changedItem = itemOf({ version: version() });
export type NewItem = z.output<typeof newItem>;
export type ChangedItem = z.output<typeof changedItem>;
export type ItemCommand = NewItem | ChangedItem;

/** @param procurement what was read from the file of a release; an item of that kind has it or is none */
export function detailsOf(item: ItemCommand, procurement?: ProcurementFacts): EvidenceDetails | undefined {
  const { ofMunicipality } = item;
  switch (item.kind) {
    case 'photo':
    case 'observation': {
      const { kind, place, latitude, longitude, accuracy, at } = item;
      return { kind, ofMunicipality, place, latitude, longitude, accuracy, at };
    }
    case 'document':
      return { kind: item.kind, ofMunicipality, reference: item.reference, page: item.page };
    case 'link':
      return { kind: item.kind, ofMunicipality, capture: null };
    case 'council-decision':
      return { kind: item.kind, ofMunicipality, number: item.number };
    case 'budget-line': {
      const { kind, year, line, phase, amount, currency } = item;
      return { kind, ofMunicipality, year, line, phase, amount, currency };
    }
    case 'procurement':
      return procurement && { kind: item.kind, ofMunicipality, ...procurement };
    case 'information-request': {
      const { kind, addressee, askedOn, dueOn, answeredOn, outcome } = item;
      return { kind, ofMunicipality, addressee, askedOn, dueOn, answeredOn, outcome };
    }
    case 'meeting': {
      const { kind, form, place, participants } = item;
      return { kind, ofMunicipality, form, place, participants };
    }
    case 'statement':
      return { kind: item.kind, ofMunicipality, speaker: item.speaker, heard: item.heard };
  }
}

export const review = z.object({
  version: version(),
  decision: choice(['accepted', 'withheld']),
  note: optionalText(1000),
});
export type Review = z.output<typeof review>;

export const withdrawal = z.object({ version: version(), reason: text(1000) });
export type Withdrawal = z.output<typeof withdrawal>;

/** Asks for the copy of a page once more: the button is all there is to send. */
export const capturing = z.object({ capture: z.literal('again') });

export const itemStates = ['open', 'accepted', 'withheld', 'private', 'withdrawn'] as const;
export type ItemState = (typeof itemStates)[number];

/** The list's filters as they stand in its address; anything else there is as if it were not. */
export const itemFilter = z.object({
  priority: z.uuid().optional().catch(undefined),
  component: z.uuid().optional().catch(undefined),
  kind: z.enum(evidenceKinds).optional().catch(undefined),
  class: z.enum(evidenceClasses).optional().catch(undefined),
  state: z.enum(itemStates).optional().catch(undefined),
  /** The last item of the page before: date and id. */
  after: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
});
export type ItemFilter = z.output<typeof itemFilter>;
