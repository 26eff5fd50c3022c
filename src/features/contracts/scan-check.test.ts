import { expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { checkWords, type CheckedSignature } from './scan-check.ts';

const words: CheckedSignature['word'][] = [
  'unreadable',
  'changed',
  'appended',
  'unknown-root',
  'unsuitable',
  'expired',
  'not-checked',
  'good',
];

test.each(['sq', 'en'] as const)(
  'in %s, beside each signature that holds it is said that revocation was not checked',
  (language) => {
    const t = translator(language);
    const signatures = words.map((word) => ({ word, who: 'Arta Hoxha', issuer: undefined, time: undefined }));
    const said = checkWords({ kind: 'signed', signatures }, t, formatsFor(language));
    const revocation = t('signature-check.revocation');
    expect(words.filter((_word, index) => !said[index]?.endsWith(revocation))).toEqual([
      'unreadable',
      'changed',
    ]);
  },
);
