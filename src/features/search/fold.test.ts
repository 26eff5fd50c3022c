import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tokenise } from './fold.ts';

describe('folding', () => {
  it('makes one of a letter with and without diacritics, large and small', () => {
    expect(fold('Çështje e RRUGËVE')).toBe('ceshtje e rrugeve');
    expect(fold('e\u0308')).toBe(fold('ë'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('words of a text', () => {
  it('stand apart and in order in the original, and fold to what was found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(fold(text.slice(token.start, token.end))).toBe(token.word);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('end at any sign', () => {
    expect(tokenise("s'ka: „Rrugë–shkollë” 3.5 km, 2019-2020, a/b_c").map(({ word }) => word)).toEqual(
      's ka rruge shkolle 3 5 km 2019 2020 a b c'.split(' '),
    );
  });
});
