import type { Fields } from '#forms/form.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Plan } from '../plan.ts';
import type { PlanCommand } from '../plan-schema.ts';

/** A text in both languages as a column takes it; a language that is empty is left out. */
export function localised(sq: string, en: string): string {
  return JSON.stringify({ ...(sq ? { sq } : {}), ...(en ? { en } : {}) });
}

/** The same where nothing may stand. */
export function localisedOrNull(sq: string, en: string): string | null {
  return sq === '' && en === '' ? null : localised(sq, en);
}

export function columnsOf(command: PlanCommand) {
  return {
    kind: command.kind,
    title: localised(command.titleSq, command.titleEn),
    summary: localised(command.summarySq, command.summaryEn),
    mode: command.mode,
    starts_on: command.startsOn,
    starts_at: command.startsAt,
    ends_on: command.endsOn ?? command.startsOn,
    ends_at: command.endsAt,
    place: localised(command.placeSq, command.placeEn),
    hall: localised(command.hallSq, command.hallEn),
    access: localised(command.accessSq, command.accessEn),
    online_url: command.onlineUrl,
    languages: command.languages,
    interpretation: localised(command.interpretationSq, command.interpretationEn),
  };
}

/** Whether a change is one that people must be told: when, where, how, and what it is called. */
export function isNews(plan: Plan, command: PlanCommand): boolean {
  const same =
    plan.startsOn === command.startsOn &&
    plan.startsAt === command.startsAt &&
    plan.endsOn === (command.endsOn ?? command.startsOn) &&
    plan.endsAt === command.endsAt &&
    plan.mode === command.mode &&
    plan.onlineUrl === command.onlineUrl &&
    isSame(plan.title, command.titleSq, command.titleEn) &&
    isSame(plan.place, command.placeSq, command.placeEn) &&
    isSame(plan.hall, command.hallSq, command.hallEn);
  return !same;
}

function isSame(text: Localised, sq: string, en: string): boolean {
  return (text.sq ?? '') === sq && (text.en ?? '') === en;
}

/** As the form shows it. */
export function fieldsOf(plan: Plan, topics: readonly { statement: Localised }[]): Fields {
  const both = (name: string, text: Localised) => ({
    [`${name}Sq`]: text.sq ?? '',
    [`${name}En`]: text.en ?? '',
  });
  const english = topics.map(({ statement }) => statement.en ?? '');
  return {
    municipality: plan.municipalityId ?? '',
    kind: plan.kind,
    ...both('title', plan.title),
    ...both('summary', plan.summary),
    mode: plan.mode,
    startsOn: plan.startsOn,
    startsAt: plan.startsAt,
    endsOn: plan.endsOn === plan.startsOn ? '' : plan.endsOn,
    endsAt: plan.endsAt,
    ...both('place', plan.place),
    ...both('hall', plan.hall),
    ...both('access', plan.access),
    onlineUrl: plan.onlineUrl,
    languages: [...plan.languages],
    ...both('interpretation', plan.interpretation),
    topicsSq: topics.map(({ statement }) => statement.sq ?? '').join('\n'),
    topicsEn: english.some(Boolean) ? english.join('\n') : '',
  };
}
