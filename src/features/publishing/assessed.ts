import { deriveStatus, type Mapping } from '#features/monitoring/derivation.ts';
import type { PublishedStatus } from '#features/monitoring/status.ts';
import type { Localised } from '#i18n/languages.ts';

/** What may stand in the way of a priority, kept apart from its status. */
export const blockers = ['national-government', 'court', 'council', 'funds'] as const;
export type Blocker = (typeof blockers)[number];

/** What people write beside a status, which itself is derived. */
export interface Beside {
  rationale: Localised;
  late: boolean;
  reversed: boolean;
  blockedBy: Blocker | null;
}

export interface AssessedComponent {
  taskId: string;
  id: string;
  key: string;
  position: number;
  statement: Localised;
  due: string | null;
  /** The code that holds; null while none is settled. */
  code: string | null;
  rationale: Localised;
}

/** A priority in a round under way, with the components that were coded. */
export interface AssessedPriority {
  id: string;
  key: string;
  position: number;
  statement: Localised;
  components: readonly AssessedComponent[];
  /** What was written of it so far; null: nothing. */
  written: (Beside & { version: number }) | null;
}

export interface Codebook {
  mapping: Mapping;
  codes: readonly string[];
}

/** What the settled codes of a priority say. */
export type LiveStatus =
  | { kind: 'derived'; status: PublishedStatus; initiated: boolean }
  /** Some code is not settled yet: counted from 1. */
  | { kind: 'open'; components: readonly number[] }
  /** Nothing of it is coded: it stays not assessed. */
  | { kind: 'not-coded' }
  /** The codebook has no status for these codes. */
  | { kind: 'no-status' };

/** The status of a priority as it follows from the codes at this moment. It is never typed in. */
export function liveStatus(
  components: readonly Pick<AssessedComponent, 'code' | 'position'>[],
  codebook: Codebook,
): LiveStatus {
  if (components.length === 0) return { kind: 'not-coded' };
  const open = components.flatMap(({ code, position }) => (code === null ? [position] : []));
  if (open.length > 0) return { kind: 'open', components: open };
  const codes = components.flatMap(({ code }) => (code === null ? [] : [code]));
  const derived = deriveStatus(codebook.mapping, codes, codebook.codes);
  if (derived.kind !== 'derived') return { kind: 'no-status' };
  return derived;
}

/** What stands before anybody has written: the coders' words, one component after the other. */
export function firstRationale({ components }: Pick<AssessedPriority, 'components'>): Localised {
  const said = (language: 'sq' | 'en') =>
    components
      .map(({ rationale }) => rationale[language] ?? '')
      .filter((text) => text !== '')
      .join('\n\n');
  const [sq, en] = [said('sq'), said('en')];
  return { ...(sq ? { sq } : {}), ...(en ? { en } : {}) };
}

/** Whether a component was due before the round ended and is not complete: a hint, as someone says whether that is late. */
export function isBehind({ due, code }: Pick<AssessedComponent, 'due' | 'code'>, roundEnds: string): boolean {
  return due !== null && due <= roundEnds && code !== null && code !== 'complete';
}
