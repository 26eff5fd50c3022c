import type { Localised } from '#i18n/languages.ts';

/** The scale of a card: whole numbers from `least` to `most`, some of them named. */
export interface Scale {
  least: number;
  most: number;
  labels: Readonly<Record<string, Localised>>;
}

/** One thing that is scored. */
export interface Issue {
  position: number;
  statement: Localised;
  fieldId: string;
  fieldName: Localised;
}

/** One edition of the network's card. */
export interface CardForm {
  id: string;
  key: string;
  edition: number;
  name: Localised;
  scale: Scale;
  validFrom: string;
  issues: readonly Issue[];
}

/** Issues as they stand on a card: under their fields. */
export function issuesByField<One extends { fieldId: string }>(issues: readonly One[]): One[][] {
  return [...Map.groupBy(issues, ({ fieldId }) => fieldId).values()];
}

/** Every value of a scale. */
export function valuesOf({ least, most }: Pick<Scale, 'least' | 'most'>): number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}
