import type { Localised } from '#i18n/languages.ts';

/** Agreement between coders as pages show it. */
export interface AgreementShown {
  codes: readonly { code: string; name: Localised }[];
  /** Row: the coder of the monitoring organisation; column: the coder of another. */
  cells: readonly (readonly number[])[];
  units: number;
  agreed: number;
  /** null: not defined. */
  kappa: number | null;
  alpha: number | null;
  interval: { low: number; high: number } | null;
}

/** The same as it stands in the record, of the components that were public on a day. */
export interface PublishedAgreement extends AgreementShown {
  computedOn: string;
}
