import type { Localised } from '#i18n/languages.ts';
import type { Deadlines } from './deadlines.ts';

/** A monitoring round while it is worked on. */
export interface RoundPlan {
  id: string;
  mandateId: string;
  mandate: string;
  codebook: Localised;
  /** Year of the mandate. */
  number: number;
  starts: string;
  ends: string;
  days: Deadlines;
  version: number;
}

/** A contract as a round can take it. */
export interface Monitorable {
  contractId: string;
  municipalityId: string;
  municipalityKey: string;
  municipality: string;
  /** The member organisation that monitors there. */
  organisationId: string | null;
  priorities: number;
  /** Of them, those that have components in the record. */
  withComponents: number;
  components: number;
}

/** Why a contract cannot be monitored in a round; undefined where it can. */
export function hindranceOf({
  components,
  organisationId,
}: Pick<Monitorable, 'components' | 'organisationId'>): 'no-components' | 'no-organisation' | undefined {
  if (components === 0) return 'no-components';
  return organisationId === null ? 'no-organisation' : undefined;
}
