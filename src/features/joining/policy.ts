import { holdsForNetwork, type Actor } from '#features/accounts/actor.ts';

// Anyone may apply, and whoever has the link of an application follows it.

/** Reads applications with what applicants wrote, asks back, accepts and declines. */
export function reviewsApplications(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}
