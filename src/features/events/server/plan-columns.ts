import type { Fields } from '#forms/form.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Plan } from '../plan.ts';
import type { PlanCommand } from '../plan-schema.ts';

/** A text in both languages; one that is empty is left out. */
export function textOf(sq: string, en: string): Localised {
  return { ...(sq ? { sq } : {}), ...(en ? { en } : {}) };
}

/** The same where nothing may stand. */
export function textOrNull(sq: string, en: string): Localised | null {
  return sq === '' && en === '' ? null : textOf(sq, en);
}

/** The same as a column takes it. */
export function localised(sq: string, en: string): string {
  return JSON.stringify(textOf(sq, en));
}

/** A text as the two fields of a form show it. */
export function fieldsOfText(name: string, text: Localised): Fields {
  return { [`${name}Sq`]: text.sq ?? '', [`${name}En`]: text.en ?? '' };
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
  const english = topics.map(({ statement }) => statement.en ?? '');
  return {
    municipality: plan.municipalityId ?? '',
    kind: plan.kind,
    ...fieldsOfText('title', plan.title),
    ...fieldsOfText('summary', plan.summary),
    mode: plan.mode,
    startsOn: plan.startsOn,
    startsAt: plan.startsAt,
    endsOn: plan.endsOn === plan.startsOn ? '' : plan.endsOn,
    endsAt: plan.endsAt,
    ...fieldsOfText('place', plan.place),
    ...fieldsOfText('hall', plan.hall),
    ...fieldsOfText('access', plan.access),
    onlineUrl: plan.onlineUrl,
    languages: [...plan.languages],
    ...fieldsOfText('interpretation', plan.interpretation),
    topicsSq: topics.map(({ statement }) => statement.sq ?? '').join('\n'),
    topicsEn: english.some(Boolean) ? english.join('\n') : '',
  };
}
