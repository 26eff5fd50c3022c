/** How somebody takes part. */
export const modes = ['on-site', 'online'] as const;
export type Mode = (typeof modes)[number];

/** place: has one. offered: moved up, and has to say that they come. lapsed: has not said so in time. */
export const registrationStates = ['place', 'offered', 'waiting', 'cancelled', 'lapsed'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** Whether a registration takes a place, or a place in the order of those who wait. */
export function isStanding(state: RegistrationState): boolean {
  return state === 'place' || state === 'offered' || state === 'waiting';
}

/** The modes that an event can be registered for. */
export function modesOf(mode: 'on-site' | 'online' | 'both'): readonly Mode[] {
  return mode === 'both' ? modes : [mode];
}
