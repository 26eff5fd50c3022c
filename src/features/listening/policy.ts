import { holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Who listens writes down what was said; editors of the same organisations do too. */
const recorders = ['facilitator', 'editor'] as const;
const readers = [...recorders, 'coordinator'] as const;

/** To see what is not published yet. Everyone else is not told that it exists. */
export function mayReadSessions(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...readers);
}

/** To plan, record and write down needs. */
export function mayRecordSessions(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...recorders);
}

/** To decide what the public sees: those who record alone do not. */
export function mayPublishSessions(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** The municipalities whose sessions someone sees. */
export function municipalitiesRead(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, ...readers);
}

/** Those in which someone plans sessions. */
export function municipalitiesRecorded(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, ...recorders);
}
