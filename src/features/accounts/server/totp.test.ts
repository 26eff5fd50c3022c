import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32, codeAt, keyAddress, newKey, stepAt, stepOfCode } from './totp.ts';

const key = Buffer.from('12345678901234567890');

// RFC 6238, appendix B: the last six of its eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at second %i the code is the one of the standard', (second, code) => {
  expect(codeAt(key, stepAt(new Date(second * 1000)))).toBe(code);
});

test('the text of a key is base32', () => {
  expect(base32(key)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(keyAddress(key, 'a@b.al', 'POP')).toBe(
    'otpauth://totp/POP:a%40b.al?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=POP',
  );
});

test('a code is taken half a minute early or late, never once more, and no older one after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 2 ** 32 }), fc.integer({ min: -3, max: 3 }), (step, away) => {
      const fresh = newKey();
      const now = new Date(step * 30_000);
      const code = codeAt(fresh, step + away);
      // Two half minutes can have one code by chance, one time in a million.
      const others = [step - 1, step, step + 1].filter((other) => other !== step + away);
      fc.pre(others.every((other) => codeAt(fresh, other) !== code));
      expect(stepOfCode(fresh, code, now, 0)).toBe(Math.abs(away) <= 1 ? step + away : undefined);
      expect(stepOfCode(fresh, code, now, step + away)).toBeUndefined();
    }),
  );
});
