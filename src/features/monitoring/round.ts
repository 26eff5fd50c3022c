import type { Localised } from '#i18n/languages.ts';

/** A monitoring year of the network. */
export interface Round {
  id: string;
  key: string;
  /** Year of the mandate: 1 to 4. */
  number: number;
  starts: string;
  ends: string;
  publishedOn: string | null;
  mandate: string;
  mandateId: string;
  codebook: string;
  codebookName: Localised;
}

/** Whether a contract was in force in a round: those made in the middle of a mandate begin with a later one. */
export function isCovered(
  contract: { mandateId: string; starts: string | null },
  round: Pick<Round, 'mandateId' | 'ends'>,
): boolean {
  // Dates known to the year, month or day compare as text does.
  return (
    contract.mandateId === round.mandateId && (contract.starts === null || contract.starts <= round.ends)
  );
}

/**
 * The newest of the rounds that have a published status or a published figure: a round that is still under way, or of
 * which nothing can be read, has no figures to show.
 * @param rounds oldest first
 * @param isPublished whether anything of a round is public
 */
export function latestPublished(
  rounds: readonly Round[],
  isPublished: (round: Round) => boolean,
): Round | undefined {
  return rounds.findLast(isPublished);
}
