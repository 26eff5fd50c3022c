import { expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { stepWords } from './step-words.ts';

test.each(['sq', 'en'] as const)(
  'in %s, a step that leaves the title as it was does not say that it is now called the same',
  (language) => {
    const t = translator(language);
    const step = {
      kind: 'rename',
      title: 'Uji',
      intoTitle: null,
      reason: null,
      undoes: null,
      needs: 0,
    } as const;
    expect(stepWords({ ...step, oldTitle: 'Uji' }, t)).toBe(
      t('compiling.step.changed', { candidate: 'Uji' }),
    );
    expect(stepWords({ ...step, oldTitle: 'Ujë' }, t)).toBe(
      t('compiling.step.rename', { candidate: 'Uji', old: 'Ujë' }),
    );
  },
);
