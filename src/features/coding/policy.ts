import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { seesAssessment } from '#features/rounds/policy.ts';

// Who may do what with codes while they are worked on. That nobody reads another person's code before both have handed in is
// no matter of policy: the questions to the database say so (server/code-store.ts).

/** One of the two seats of a task. */
export interface Seat {
  seat: number;
  accountId: string;
  organisationId: string;
}

export interface CodedTask {
  municipalityId: string;
  seats: readonly Seat[];
}

/** The seat that someone has been given, as long as they still work for the organisation for which they have it. */
export function seatOf(actor: Actor, { seats }: CodedTask): Seat | undefined {
  if (actor.kind !== 'account') return undefined;
  const own = seats.find(({ accountId }) => accountId === actor.id);
  const worksThere = actor.grants.some(
    ({ role, scope }) =>
      (role === 'monitor' || role === 'editor') &&
      (scope.kind === 'network' ||
        (scope.kind === 'organisation' && scope.organisationId === own?.organisationId)),
  );
  return worksThere ? own : undefined;
}

/** Sees a task: what is coded, by whom, and whether they have handed in. */
export function seesTask(actor: Actor, task: CodedTask): boolean {
  return seatOf(actor, task) !== undefined || seesAssessment(actor, task.municipalityId);
}

/** Says which code holds where two coders differ, or once a reply was read: never somebody who coded it. */
export function decidesCode(actor: Actor, task: CodedTask): boolean {
  if (actor.kind !== 'account' || task.seats.some(({ accountId }) => accountId === actor.id)) return false;
  return holdsIn(actor, task.municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Has anything to do with codes. */
export function worksOnCodes(actor: Actor): boolean {
  const places = municipalitiesOf(actor, 'monitor', 'editor', 'coordinator');
  return places === 'all' || places.length > 0;
}

/** The municipalities in which someone decides between coders; 'all' for the network. */
export function decidesReach(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : municipalitiesOf(actor, 'editor');
}
