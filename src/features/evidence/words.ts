import type { Formats } from '#i18n/format.ts';
import { pickText, type Language, type Localised } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Fact } from '#ui/content/facts.ts';
import type { EvidenceDetails } from './details.ts';
import { kindFields } from './fields.ts';
import type { EvidenceKind } from './kind.ts';

const everyField = [
  'altSq',
  'altEn',
  'bindingLanguage',
  'showsSq',
  'showsEn',
  'stance',
  'components',
  'dated',
  'publisher',
  'url',
  'ofMunicipality',
  'class',
  'visibility',
  'readers',
] as const;

/** What each field of the form of a kind is called. */
export function fieldLabels(kind: EvidenceKind, t: Translate): Record<string, string> {
  const names = [...everyField, ...kindFields[kind].map(({ name }) => name)];
  return Object.fromEntries(names.map((name) => [name, t(`evidence.field.${name}`)]));
}

/** How a stored value reads where two people's are compared. */
export function valueWords(
  name: string,
  value: string,
  choices: {
    components: readonly { id: string; statement: Localised; priorityPosition: number; position: number }[];
    people: readonly { id: string; name: string }[];
  },
  language: Language,
  t: Translate,
): string {
  if (name === 'components') {
    const found = choices.components.find(({ id }) => id === value);
    return found
      ? `${found.priorityPosition}.${found.position}: ${pickText(found.statement, language)}`
      : value;
  }
  if (name === 'readers') return choices.people.find(({ id }) => id === value)?.name ?? value;
  if (name === 'stance' && (value === 'supports' || value === 'contradicts' || value === 'neutral'))
    return t(`stance.${value}`);
  if (name === 'visibility' && (value === 'public' || value === 'private'))
    return t(`evidence.visibility.${value}`);
  if (name === 'bindingLanguage' && (value === 'sq' || value === 'en')) return t(`language.name.${value}`);
  return value;
}

interface Words {
  t: Translate;
  formats: Formats;
}

function moneyWords(amount: number | null, currency: string, { formats }: Words): string {
  return amount === null ? '' : `${formats.number(amount)} ${currency}`.trim();
}

/** What only its kind has, in words: on the work's pages as on the public ones. */
export function detailFacts(details: EvidenceDetails | undefined, words: Words): Fact[] {
  if (!details) return [];
  const { t } = words;
  const facts = ownFacts(details, words).map(([name, text]) => ({
    term: t(`evidence.field.${name}`),
    values: [{ text }],
  }));
  const own = details.ofMunicipality
    ? [{ term: t('evidence.of-municipality'), values: [{ text: t('evidence.of-municipality.yes') }] }]
    : [];
  return [...facts.filter(({ values: [value] }) => value !== undefined && value.text !== ''), ...own];
}

type Named = readonly (readonly [name: FactName, text: string])[];
type FactName =
  | 'place'
  | 'at'
  | 'position'
  | 'reference'
  | 'page'
  | 'captured'
  | 'number'
  | 'year'
  | 'line'
  | 'phase'
  | 'amount'
  | 'ocid'
  | 'title'
  | 'buyer'
  | 'status'
  | 'releasedOn'
  | 'milestones'
  | 'addressee'
  | 'askedOn'
  | 'dueOn'
  | 'answeredOn'
  | 'outcome'
  | 'form'
  | 'participants'
  | 'speaker'
  | 'heard';

function ownFacts(details: EvidenceDetails, words: Words): Named {
  const { t, formats } = words;
  const day = (value: string | null) => (value === null ? '' : formats.date(value));
  switch (details.kind) {
    case 'photo':
    case 'observation':
      return [
        ['place', details.place],
        ['position', positionWords(details, t)],
        ['at', details.at ?? ''],
      ];
    case 'document':
      return [
        ['reference', details.reference],
        ['page', details.page],
      ];
    case 'link':
      return [
        [
          'captured',
          details.capture
            ? t('evidence.captured', {
                title: details.capture.title,
                date: formats.date(details.capture.at.slice(0, 10)),
              })
            : '',
        ],
      ];
    case 'council-decision':
      return [['number', details.number]];
    case 'budget-line':
      return [
        ['year', String(details.year)],
        ['line', details.line],
        ['phase', t(`evidence.choice.${details.phase}`)],
        ['amount', moneyWords(details.amount, details.currency, words)],
      ];
    case 'procurement':
      return [
        ['ocid', details.ocid],
        ['title', details.title],
        ['buyer', details.buyer],
        ['amount', moneyWords(details.amount, details.currency, words)],
        ['status', details.status],
        ['releasedOn', day(details.releasedOn)],
        ['milestones', milestoneWords(details.milestones, words)],
      ];
    case 'information-request':
      return [
        ['addressee', details.addressee],
        ['askedOn', day(details.askedOn)],
        ['dueOn', day(details.dueOn)],
        ['answeredOn', day(details.answeredOn)],
        ['outcome', t(`evidence.choice.${details.outcome}`)],
      ];
    case 'meeting':
      return [
        ['form', t(`evidence.choice.${details.form}`)],
        ['place', details.place],
        ['participants', details.participants === null ? '' : formats.number(details.participants)],
      ];
    case 'statement':
      return [
        ['speaker', details.speaker],
        ['heard', t(`evidence.choice.${details.heard}`)],
      ];
  }
}

function positionWords(
  {
    latitude,
    longitude,
    accuracy,
  }: { latitude: number | null; longitude: number | null; accuracy: number | null },
  t: Translate,
): string {
  if (latitude === null || longitude === null) return '';
  const point = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return accuracy === null
    ? t('evidence.position.by-hand', { point })
    : t('evidence.position.device', { point, metres: Math.round(accuracy) });
}

function milestoneWords(
  milestones: readonly { title: string; due: string | null; met: string | null }[],
  { t, formats }: Words,
): string {
  return milestones
    .map(({ title, due, met }) => {
      if (met !== null) return t('evidence.milestone.met', { title, date: formats.date(met) });
      return due === null ? title : t('evidence.milestone.due', { title, date: formats.date(due) });
    })
    .join('; ');
}
