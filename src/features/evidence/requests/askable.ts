import type { Localised } from '#i18n/languages.ts';

/** A component that a request can be about. */
export interface AskableComponent {
  id: string;
  position: number;
  statement: Localised;
  priorityPosition: number;
}
