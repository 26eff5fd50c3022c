import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tokenise } from './fold.ts';
import { highlight, snippet } from './highlight.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('rrugë', 'RRUGA', 'e', 'ujë', '<b>', '&amp;', ' ', '\n', '. '), { maxLength: 60 })
    .map((words) => words.join(' ')),
);
const words = fc
  .array(fc.constantFrom('rruge', 'rruga', 'uje', 'b', 'e'))
  .map((list) => new Set<string>(list));

describe('marking', () => {
  it('never loses or changes a character', () => {
    fc.assert(
      fc.property(text, words, (original, wanted) => {
        expect(
          highlight(original, wanted)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(original);
      }),
    );
  });

  it('marks every word that was found and nothing else', () => {
    fc.assert(
      fc.property(text, words, (original, wanted) => {
        const marked = highlight(original, wanted).filter((piece) => piece.marked);
        for (const piece of marked)
          for (const { word } of tokenise(piece.text)) expect(wanted).toContain(word);
        const found = tokenise(original).filter(({ word }) => wanted.has(word));
        expect(marked.flatMap((piece) => tokenise(piece.text)).length).toBe(found.length);
      }),
    );
  });

  it('finds the word with its diacritics by the word without', () => {
    expect(highlight('Ndriçimi i rrugëve', new Set([fold('rrugëve')]))).toEqual([
      { text: 'Ndriçimi i ', marked: false },
      { text: 'rrugëve', marked: true },
    ]);
  });
});

describe('a stretch of a long text', () => {
  const filler = 'fjalë '.repeat(100);

  it('is a part of the text, unchanged and of about the length', () => {
    fc.assert(
      fc.property(text, words, fc.integer({ min: 10, max: 120 }), (original, wanted, length) => {
        const pieces = snippet(original, wanted, length);
        const shown = pieces.map((piece) => piece.text).join('');
        const inner = shown.replace(/^…/, '').replace(/…$/, '');
        expect(original.includes(inner) || original.includes(shown)).toBe(true);
        expect(inner.length).toBeLessThanOrEqual(length + 2);
      }),
    );
  });

  it('is where most of the words stand', () => {
    const shown = snippet(`rruga ${filler} rruga dhe uji ${filler}`, new Set(['rruga', 'uji']), 80);
    expect(shown.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['rruga', 'uji']);
    expect(shown[0]).toEqual({ text: '…', marked: false });
    expect(shown.at(-1)).toEqual({ text: '…', marked: false });
  });

  it('is the beginning where nothing was found', () => {
    expect(
      snippet(filler, new Set(), 20)
        .map((piece) => piece.text)
        .join(''),
    ).toBe('fjalë fjalë fjalë…');
  });
});
