import { budgetPhases, currencies, meetingForms, requestOutcomes, waysHeard } from './details.ts';
import type { EvidenceKind } from './kind.ts';

// The controls that a kind of evidence has beside those of every item, in their order in the form.

interface Control<Name extends string> {
  name: Name;
  required?: boolean;
}
type TextName = 'place' | 'reference' | 'page' | 'number' | 'line' | 'addressee' | 'speaker';
type NumberName = 'latitude' | 'longitude' | 'accuracy' | 'year' | 'amount' | 'participants';
type DayName = 'askedOn' | 'dueOn' | 'answeredOn';

export type KindField =
  | (Control<TextName> & { control: 'text'; most: number })
  | (Control<NumberName> & { control: 'number' })
  | (Control<'at'> & { control: 'time' })
  | (Control<DayName> & { control: 'day' })
  | (Control<'currency'> & { control: 'choice'; options: typeof currencies })
  | (Control<'phase'> & { control: 'choice'; options: typeof budgetPhases })
  | (Control<'outcome'> & { control: 'choice'; options: typeof requestOutcomes })
  | (Control<'form'> & { control: 'choice'; options: typeof meetingForms })
  | (Control<'heard'> & { control: 'choice'; options: typeof waysHeard });

export const longest = {
  place: 200,
  reference: 200,
  page: 40,
  number: 60,
  line: 200,
  addressee: 200,
  speaker: 100,
};

const text = (name: TextName, required = false): KindField => ({
  control: 'text',
  name,
  most: longest[name],
  required,
});
const number = (name: NumberName, required = false): KindField => ({ control: 'number', name, required });

/** Where and when something was seen: filled in by the device where the person lets it (static/enhance/place.js). */
const spot: readonly KindField[] = [
  { control: 'time', name: 'at' },
  number('latitude'),
  number('longitude'),
  number('accuracy'),
];

export const kindFields: Readonly<Record<EvidenceKind, readonly KindField[]>> = {
  photo: [text('place', true), ...spot],
  observation: [text('place', true), ...spot],
  document: [text('reference'), text('page')],
  link: [],
  'council-decision': [text('number', true)],
  'budget-line': [
    number('year', true),
    text('line', true),
    { control: 'choice', name: 'phase', options: budgetPhases, required: true },
    number('amount', true),
    { control: 'choice', name: 'currency', options: currencies, required: true },
  ],
  procurement: [],
  'information-request': [
    text('addressee', true),
    { control: 'day', name: 'askedOn', required: true },
    { control: 'day', name: 'dueOn' },
    { control: 'choice', name: 'outcome', options: requestOutcomes, required: true },
    { control: 'day', name: 'answeredOn' },
  ],
  meeting: [
    { control: 'choice', name: 'form', options: meetingForms, required: true },
    text('place', true),
    number('participants'),
  ],
  statement: [text('speaker'), { control: 'choice', name: 'heard', options: waysHeard, required: true }],
};

/** Kinds that are seen somewhere: their place can be told by the device. */
export function hasSpot(kind: EvidenceKind): boolean {
  return kind === 'photo' || kind === 'observation';
}
