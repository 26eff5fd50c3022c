import type { Translate } from '#i18n/translate.ts';
import type { StepKind } from './step.ts';

interface Told {
  kind: StepKind;
  title: string | null;
  oldTitle: string | null;
  intoTitle: string | null;
  reason: string | null;
  undoes: number | null;
  needs: number;
}

/** A step in a sentence, without who and when. */
export function stepWords(step: Told, t: Translate): string {
  const { needs } = step;
  const candidate = step.title ?? '';
  switch (step.kind) {
    case 'create':
    case 'split':
    case 'place':
    case 'dissolve':
      return t(`compiling.step.${step.kind}`, { needs, candidate });
    case 'merge':
      return t('compiling.step.merge', { needs, candidate, into: step.intoTitle ?? '' });
    case 'rename':
      // The field, or the title in the other language.
      if (step.oldTitle === step.title) return t('compiling.step.changed', { candidate });
      return t('compiling.step.rename', { candidate, old: step.oldTitle ?? '' });
    case 'release':
      return t('compiling.step.release', { needs });
    case 'set-aside':
      return t('compiling.step.set-aside', { needs, reason: step.reason ?? '' });
    case 'undo':
      return t('compiling.step.undo', { number: step.undoes ?? 0, needs });
  }
}
