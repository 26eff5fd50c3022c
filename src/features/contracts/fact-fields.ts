import type { Fields } from '#forms/form.ts';
import { defaultLanguage, languages, type Localised } from '#i18n/languages.ts';

interface Fact {
  state: string;
  signatory: string;
  personId: string | null;
  organisationId: string | null;
  eventId: string | null;
  occurredOn: string | null;
  knownBy: string | null;
  expectedOn: string | null;
  party: string | null;
  witness: string | null;
  place: Localised | null;
  reason: Localised | null;
}

/** A fact as the form of its correction shows it. Of a date known in part, the person says the day. */
export function fieldsOfFact(fact: Fact): Fields {
  const day = (date: string | null) => (date !== null && date.length === 10 ? date : '');
  const spoken = languages.find((language) => fact.reason?.[language]) ?? defaultLanguage;
  return {
    state: fact.state,
    signatory: fact.signatory === 'unknown' ? '' : fact.signatory,
    person: fact.personId ?? '',
    organisation: fact.organisationId ?? '',
    event: fact.eventId ?? '',
    occurred_on: day(fact.occurredOn) || day(fact.knownBy),
    expected_on: day(fact.expectedOn),
    party: fact.party ?? '',
    witness: fact.witness ?? '',
    place: fact.place?.sq ?? fact.place?.en ?? '',
    reason: fact.reason?.[spoken] ?? '',
    reason_language: spoken,
  };
}
