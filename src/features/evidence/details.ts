import { z } from 'zod';

// What only its kind of evidence has, as it is stored and, once published, as everyone reads it.

export const currencies = ['ALL', 'EUR', 'USD'] as const;
export const budgetPhases = ['planned', 'revised', 'spent'] as const;
export const requestOutcomes = ['answered', 'partly', 'refused', 'silent'] as const;
export const meetingForms = ['focus-group', 'meeting'] as const;
export const waysHeard = ['in-person', 'written', 'phone', 'online'] as const;
export const milestoneStates = ['scheduled', 'met', 'notMet', 'partiallyMet'] as const;

const money = { amount: z.number().nullable(), currency: z.string().max(3) };

/** Where something was seen: in words, and as the device reported it. */
const spot = {
  place: z.string(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  /** Metres around the point within which the device believed itself to be; null: written by hand. */
  accuracy: z.number().min(0).nullable(),
  /** Time of day in Albania. */
  at: z.string().nullable(),
};

const common = {
  /** What the municipality says of itself. */
  ofMunicipality: z.boolean().default(false),
};

const milestone = z.object({
  title: z.string(),
  due: z.string().nullable(),
  met: z.string().nullable(),
  status: z.enum(milestoneStates).nullable(),
});
export type Milestone = z.output<typeof milestone>;

const procurement = {
  ocid: z.string(),
  title: z.string(),
  buyer: z.string(),
  status: z.string(),
  ...money,
  /** The day of the release. */
  releasedOn: z.string().nullable(),
  milestones: z.array(milestone).max(50),
};

/** The page as it was kept, once a copy of it was taken. */
const capture = z.object({ title: z.string(), at: z.string(), sha256: z.string() });

export const detailsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('photo'), ...common, ...spot }),
  z.object({ kind: z.literal('observation'), ...common, ...spot }),
  z.object({ kind: z.literal('document'), ...common, reference: z.string(), page: z.string() }),
  z.object({ kind: z.literal('link'), ...common, capture: capture.nullable().default(null) }),
  z.object({ kind: z.literal('council-decision'), ...common, number: z.string() }),
  z.object({
    kind: z.literal('budget-line'),
    ...common,
    year: z.number(),
    line: z.string(),
    phase: z.enum(budgetPhases),
    ...money,
  }),
  z.object({ kind: z.literal('procurement'), ...common, ...procurement }),
  z.object({
    kind: z.literal('information-request'),
    ...common,
    addressee: z.string(),
    askedOn: z.string(),
    dueOn: z.string().nullable(),
    answeredOn: z.string().nullable(),
    outcome: z.enum(requestOutcomes),
  }),
  z.object({
    kind: z.literal('meeting'),
    ...common,
    form: z.enum(meetingForms),
    place: z.string(),
    participants: z.number().nullable(),
  }),
  z.object({ kind: z.literal('statement'), ...common, speaker: z.string(), heard: z.enum(waysHeard) }),
]);
export type EvidenceDetails = z.output<typeof detailsSchema>;
export type DetailsOf<Kind extends EvidenceDetails['kind']> = Extract<EvidenceDetails, { kind: Kind }>;
export type ProcurementFacts = Omit<DetailsOf<'procurement'>, 'kind' | 'ofMunicipality'>;

/** What is stored beside an item's kind; undefined where nothing that can be read is. */
export function readDetails(kind: string | null, stored: unknown): EvidenceDetails | undefined {
  const object = z.record(z.string(), z.unknown()).safeParse(stored);
  if (!object.success) return undefined;
  return detailsSchema.safeParse({ ...object.data, kind }).data;
}

/** As it is stored: the kind has a column of its own. */
export function storedDetails({ kind: _, ...details }: EvidenceDetails): string {
  return JSON.stringify(details);
}
