import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { isPublic, type Plan, type PlanSubject } from './plan.ts';

type Place = Pick<PlanSubject, 'municipalityId'>;

/**
 * Whether someone plans and runs an event: people of a member for their own municipalities, coordinators for all; an event
 * of the whole network is the coordinators' alone.
 */
export function mayRun(actor: Actor, { municipalityId }: Place): boolean {
  if (holdsForNetwork(actor, 'coordinator')) return true;
  return municipalityId !== null && holdsIn(actor, municipalityId, 'editor', 'facilitator');
}

/** Whether someone decides what of an event everyone sees: announces, changes what was announced, cancels, publishes. */
export function mayPublish(actor: Actor, { municipalityId }: Place): boolean {
  if (holdsForNetwork(actor, 'coordinator')) return true;
  return municipalityId !== null && holdsIn(actor, municipalityId, 'editor');
}

/**
 * Whether someone changes the plan as it stands: a draft whoever runs it, what everyone sees who may publish. What is published
 * once it was opened for a correction.
 */
export function mayChange(actor: Actor, plan: PlanSubject & Pick<Plan, 'reopenedAt'>): boolean {
  if (plan.state === 'cancelled') return false;
  if (plan.state === 'published' && plan.reopenedAt === null) return false;
  return plan.state === 'draft' ? mayRun(actor, plan) : mayPublish(actor, plan);
}

/**
 * Whether someone finds a plan in the workspace: also contacts of its municipality and of those from which somebody is to come,
 * once it is announced.
 */
export function mayRead(actor: Actor, plan: PlanSubject & Pick<Plan, 'comingFrom'>): boolean {
  if (mayRun(actor, plan)) return true;
  const own = plan.municipalityId === null ? [] : [plan.municipalityId];
  return (
    isPublic(plan) && [...own, ...plan.comingFrom].some((id) => holdsIn(actor, id, 'municipality-contact'))
  );
}

/** The municipalities for which someone plans events; 'all' with the network's own. */
export function planningReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return municipalitiesOf(actor, 'editor', 'facilitator');
}

/** The municipalities whose plans someone finds in the workspace, and those of which only what was announced. */
export function readingReach(actor: Actor): { whole: 'all' | string[]; announced: string[] } {
  const announced = municipalitiesOf(actor, 'municipality-contact');
  return { whole: planningReach(actor), announced: announced === 'all' ? [] : announced };
}

/** Whether the workspace has events for somebody. */
export function findsPlans(actor: Actor): boolean {
  const { whole, announced } = readingReach(actor);
  return whole === 'all' || whole.length > 0 || announced.length > 0;
}
