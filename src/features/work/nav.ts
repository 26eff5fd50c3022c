import { holdsForNetwork, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { peopleSeenBy } from '#features/accounts/policy.ts';
import { mayReadForms } from '#features/cards/policy.ts';
import type { MessageKey } from '#i18n/translate.ts';
import { municipalitiesRead } from '#features/listening/policy.ts';
import { mayPlanCycles } from './policy.ts';

export interface WorkArea {
  key: MessageKey;
  /** Under /{language}. */
  path: string;
}

/** The parts of the workspace that someone's roles let them use, in the order of the cycle. */
export function workAreas(actor: Actor): WorkArea[] {
  if (actor.kind === 'nobody') return [];
  const areas: WorkArea[] = [{ key: 'work.area.overview', path: '/work' }];
  if (municipalitiesRead(actor).length > 0)
    areas.push({ key: 'work.area.listening', path: '/work/listening' });
  if (mayPlanCycles(actor)) areas.push({ key: 'work.area.cycles', path: '/work/cycles' });
  if (mayReadForms(actor)) areas.push({ key: 'cards.area', path: '/work/cards' });
  if (peopleSeenBy(actor).length > 0) areas.push({ key: 'accounts.people', path: '/work/people' });
  return areas;
}

export function isResident(actor: Actor): boolean {
  return (
    actor.kind === 'account' &&
    !holdsForNetwork(actor, 'coordinator', 'administrator') &&
    municipalitiesOf(actor, 'facilitator', 'monitor', 'editor', 'municipality-contact').length === 0
  );
}
