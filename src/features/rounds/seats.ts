/** Someone who may gather evidence or code. */
export interface Worker {
  id: string;
  /** The organisations for which they do; one at least. */
  organisationIds: readonly string[];
}

export type SeatFault = 'same-person' | 'no-other-organisation';

/** Whether someone belongs to none but other organisations than the one that monitors. */
export function isOutsider({ organisationIds }: Worker, monitoringId: string): boolean {
  return organisationIds.length > 0 && !organisationIds.includes(monitoringId);
}

/** The organisation that someone codes for: the one that monitors, where they belong to it. */
export function organisationFor({ organisationIds }: Worker, monitoringId: string): string | undefined {
  return organisationIds.find((id) => id === monitoringId) ?? organisationIds[0];
}

/** What is wrong with two people as the coders of a component; of one alone nothing can be wrong but their seat. */
export function faultOfSeats(
  { first, second }: { first: Worker | undefined; second: Worker | undefined },
  monitoringId: string,
): SeatFault | undefined {
  if (first && second && first.id === second.id) return 'same-person';
  // The second seat is the other organisation's: so the agreement between the two can be read as that between organisations.
  return second && !isOutsider(second, monitoringId) ? 'no-other-organisation' : undefined;
}
