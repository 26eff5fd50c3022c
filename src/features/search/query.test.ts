import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestQuery, mostTerms, parseQuery, withoutQuotes } from './query.ts';

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...Array.from('"\'“”„«»-&|!()<>:*\\%_ \t\n\0aeëç1')), maxLength: 60 }),
);

describe('a query', () => {
  it('any string is one, no longer than what may be asked', () => {
    fc.assert(
      fc.property(wild, (raw) => {
        const query = parseQuery(raw, 'sq');
        expect([...query.text].length).toBeLessThanOrEqual(longestQuery);
        expect(query.text.isWellFormed()).toBe(true);
        expect(query.terms.length).toBeLessThanOrEqual(mostTerms);
        for (const term of [...query.terms, ...query.excluded]) {
          const words = term.kind === 'word' ? [term.word] : term.words.map(({ word }) => word);
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read again as the same when it is sent back', () => {
    fc.assert(
      fc.property(wild, (raw) => {
        const { text } = parseQuery(raw, 'sq');
        expect(parseQuery(text, 'sq').text).toBe(text);
      }),
    );
  });

  it('is words without diacritics and capitals', () => {
    expect(parseQuery('Ndriçimi RRUGËVE', 'sq').terms).toEqual([
      { kind: 'word', word: 'ndricimi', typed: 'Ndriçimi', unfinished: false },
      { kind: 'word', word: 'rrugeve', typed: 'RRUGËVE', unfinished: true },
    ]);
  });

  it('leaves out words that are too common, and says which', () => {
    const query = parseQuery('kontrata e bashkisë', 'sq');
    expect(query.terms.map((term) => term.kind === 'word' && term.word)).toEqual(['kontrata', 'bashkise']);
    expect(query.common).toEqual(['e']);
  });

  it('takes quoted words as they stand, with the room of the common words between them', () => {
    expect(parseQuery('„Kontrata e Bashkisë“ rruga', 'sq').terms[0]).toEqual({
      kind: 'phrase',
      words: [
        { word: 'kontrata', at: 0 },
        { word: 'bashkise', at: 2 },
      ],
    });
  });

  it('leaves out words with a minus before them, but not the parts of a compound', () => {
    const query = parseQuery('rruga -uji e-qeveri', 'sq');
    expect(query.excluded.map((term) => term.kind === 'word' && term.word)).toEqual(['uji']);
    expect(query.terms).toHaveLength(2);
  });

  it('takes an open quotation mark for a sign', () => {
    expect(parseQuery('"rruga', 'sq').terms).toEqual([
      { kind: 'word', word: 'rruga', typed: 'rruga', unfinished: true },
    ]);
  });

  it('of one common word alone is the beginning of other words', () => {
    expect(parseQuery('për', 'sq').terms).toEqual([
      { kind: 'word', word: 'per', typed: 'për', unfinished: true },
    ]);
    expect(parseQuery('për ', 'sq').terms).toEqual([]);
    expect(parseQuery('dhe të në', 'sq')).toMatchObject({ terms: [], common: ['dhe', 'të', 'në'] });
  });

  it('loses its quotation marks where any form of its words will do', () => {
    expect(withoutQuotes('„buxhetim me pjesëmarrje“ "ujë"')).toBe('buxhetim me pjesëmarrje ujë');
  });

  it('over the limit is cut, and says so', () => {
    expect(parseQuery('a'.repeat(longestQuery), 'sq').cut).toBe(false);
    expect(parseQuery('a'.repeat(longestQuery + 1), 'sq').cut).toBe(true);
    const query = parseQuery('udha '.repeat(2000), 'sq');
    expect(query.cut).toBe(true);
    expect(query.terms).toHaveLength(1);
  });
});
