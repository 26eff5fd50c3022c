import type { Stage } from '#features/rounds/stage.ts';
import type { Language } from '#i18n/languages.ts';
import { liveStatus, type AssessedPriority, type Codebook } from './assessed.ts';

/** What an assessment lacks before its publication can be prepared. Priorities and components count from 1. */
export type Finding =
  | { kind: 'not-read'; stage: Stage }
  | { kind: 'reply-unread' }
  | { kind: 'nothing-coded' }
  | { kind: 'code-open'; priority: number; component: number }
  | { kind: 'no-status'; priority: number }
  | { kind: 'rationale-missing'; priority: number }
  | { kind: 'evidence-open'; count: number };

export interface Prepared {
  stage: Stage;
  priorities: readonly AssessedPriority[];
  codebook: Codebook;
  /** The language that binds: there the rationale must stand. */
  binding: Language;
  /** Whether somebody has read what the town hall answered, or that it was silent. */
  isReplyRead: boolean;
  /** Items of evidence that no editor has looked at. */
  openEvidence: number;
}

/** What stops every publication, at whatever moment: a code, a status, a rationale that is not there, a reply that nobody read. */
export function missingOf({
  priorities,
  codebook,
  binding,
  isReplyRead,
}: Pick<Prepared, 'priorities' | 'codebook' | 'binding' | 'isReplyRead'>): Finding[] {
  const coded = priorities.filter(({ components }) => components.length > 0);
  if (coded.length === 0) return [{ kind: 'nothing-coded' }];
  const unread: Finding[] = isReplyRead ? [] : [{ kind: 'reply-unread' }];
  return unread.concat(
    coded.flatMap((priority): Finding[] => {
      const { position, components, written } = priority;
      const live = liveStatus(components, codebook);
      const rationale: Finding[] = written?.rationale[binding]
        ? []
        : [{ kind: 'rationale-missing', priority: position }];
      switch (live.kind) {
        case 'open':
          return [
            ...live.components.map((component) => ({
              kind: 'code-open' as const,
              priority: position,
              component,
            })),
            ...rationale,
          ];
        case 'no-status':
          return [{ kind: 'no-status', priority: position }, ...rationale];
        case 'not-coded':
        case 'derived':
          return rationale;
      }
    }),
  );
}

/** All that stops an assessment from being prepared; empty where nothing does. */
export function checkPublication(given: Prepared): Finding[] {
  const { stage, openEvidence } = given;
  return [
    ...(stage === 'reading' ? [] : [{ kind: 'not-read' as const, stage }]),
    // Before the stage of reading there is no reply to have read.
    ...missingOf(stage === 'reading' ? given : { ...given, isReplyRead: true }),
    ...(openEvidence > 0 ? [{ kind: 'evidence-open' as const, count: openEvidence }] : []),
  ];
}

/** Coded priorities whose rationale is in one language alone: worth a translation, and no reason to wait. */
export function untranslated({ priorities, binding }: Pick<Prepared, 'priorities' | 'binding'>): number[] {
  const other = binding === 'sq' ? 'en' : 'sq';
  return priorities
    .filter(
      ({ components, written }) =>
        components.length > 0 && written?.rationale[binding] && !written.rationale[other],
    )
    .map(({ position }) => position);
}
