import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import type { SearchAnswer, SearchQuery } from '../search.ts';
import { addNeeds, addPlaces, appOn, refreshAll } from './record.fixture.ts';
import { search } from './service.ts';

function keys(answer: SearchAnswer): string[] {
  return answer.results.map(({ key }) => key);
}

function marked(answer: SearchAnswer): string[] {
  return answer.results.flatMap(({ title, snippet }) =>
    [...title, ...snippet].filter((piece) => piece.marked).map((piece) => piece.text),
  );
}

describe('search', () => {
  const database = useDatabase();
  const ask = (q: string, more: Partial<SearchQuery> = {}) =>
    search(appOn(database()), { language: 'sq', q, ...more });

  beforeAll(async () => {
    await addPlaces(database().db);
    await addNeeds(database().db, [
      { key: 'road', sq: 'Shtrimi i rrugës së fshatit', en: 'Paving of the village road', year: 2019 },
      {
        key: 'light',
        sq: 'Ndriçimi i lagjes',
        en: 'Street lighting',
        note: 'Edhe rruga është e errët.',
        year: 2020,
      },
      {
        key: 'water',
        sq: 'Ujë i pijshëm për shkollën',
        en: 'Drinking water',
        municipality: 'durres',
        year: 2021,
      },
      { key: 'nursery', sq: 'Çerdhe dhe kopshte të reja', municipality: 'durres', year: 2021 },
      { key: 'english', en: 'A public library' },
      { key: 'taps', sq: 'Katër çezma', en: 'Four taps', year: 2018 },
    ]);
    await refreshAll(database().db);
  });

  it('finds a word without its diacritics and in another form, and marks it as it stands', async () => {
    const answer = await ask('ndricimit ');
    expect(keys(answer)).toEqual(['light']);
    expect(marked(answer)).toEqual(['Ndriçimi']);
  });

  it('puts a word of the title before one of the text', async () => {
    expect(keys(await ask('rruga '))).toEqual(['road', 'light']);
  });

  it('puts the form that was typed before another', async () => {
    await addNeeds(database().db, [
      { key: 'one-school', sq: 'Një shkollë e re', year: 2010 },
      { key: 'schools', sq: 'Dy shkolla të reja', year: 2021 },
    ]);
    await refreshAll(database().db);
    expect(keys(await ask('shkollë ')).slice(0, 1)).toEqual(['one-school']);
    expect(keys(await ask('shkolla ')).slice(0, 1)).toEqual(['schools']);
  });

  it('puts the place before what was said in it', async () => {
    const answer = await ask('Durrës');
    expect(answer.results[0]).toMatchObject({ kind: 'municipality', href: '/sq/municipalities/durres' });
    expect(keys(answer)).toContain('water');
    expect(keys(await ask('durazzo')).slice(0, 1)).toEqual(['durres']);
  });

  it('takes the last word for a beginning while it is being written', async () => {
    expect(keys(await ask('kopsh'))).toEqual(['nursery']);
    expect((await ask('kop ')).unknown).toEqual([{ typed: 'kop', instead: '' }]);
  });

  it('says what was looked for in place of a word with a slip in it', async () => {
    const answer = await ask('ujë i pjishëm');
    expect(keys(answer)).toEqual(['water']);
    expect(answer.unknown).toEqual([{ typed: 'pjishëm', instead: 'pijshëm' }]);
    expect(answer.suggestion).toBe('ujë i pijshëm');
  });

  it('finds words in quotation marks as they stand alone', async () => {
    expect(keys(await ask('"kopshte të reja"'))).toEqual(['nursery']);
    expect(keys(await ask('"reja kopshte"'))).toEqual([]);
    expect(keys(await ask('"kopsht"'))).toEqual([]);
  });

  it('leaves out what has a word with a minus', async () => {
    expect(keys(await ask('rruga -ndriçim'))).toEqual(['road']);
  });

  it('shows what has some of the words where nothing has all', async () => {
    const answer = await ask('rruga çerdhe ');
    expect(answer.some).toBe(true);
    expect(keys(answer)).toEqual(expect.arrayContaining(['road', 'light', 'nursery']));
  });

  it('counts by kind whatever kind is wanted, and shows that kind alone', async () => {
    const all = await ask('Fier');
    const units = await ask('Fier', { kind: 'contract' });
    expect(units.kinds).toEqual(all.kinds);
    expect(new Set(units.results.map(({ kind }) => kind))).toEqual(new Set(['contract']));
    expect(units.total).toEqual({ count: 1, more: false });
  });

  it('narrows to a municipality and a year', async () => {
    expect(keys(await ask('ujë', { municipality: 'durres', year: 2021 }))).toEqual(['water']);
    expect((await ask('ujë', { municipality: 'fier' })).state).toBe('none');
    expect((await ask('ujë', { year: 2019 })).state).toBe('none');
    await expect(ask('ujë', { municipality: 'nowhere' })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('shows a text in another language where its own is missing, and says which', async () => {
    const [result] = (await ask('library')).results;
    expect(result).toMatchObject({ key: 'english', textLanguage: 'en' });
  });

  it('writes what was meant as the record does, with a capital where one was typed', async () => {
    expect((await ask('ndriçmi ')).suggestion).toBe('ndriçimi');
    expect((await ask('Ndriçmi ')).suggestion).toBe('Ndriçimi');
  });

  it('takes a word of another language as it is, and not for one with a slip in it', async () => {
    expect(await ask('water')).toMatchObject({
      state: 'none',
      unknown: [{ instead: '' }],
      elsewhere: { language: 'en' },
    });
  });

  it('points to another language that has what this one has not', async () => {
    expect(await ask('lighting')).toMatchObject({
      state: 'none',
      elsewhere: { language: 'en', total: { count: 1 } },
    });
  });

  it('says why nothing was looked for', async () => {
    expect((await ask('')).state).toBe('empty');
    expect((await ask('  \u0000 ')).state).toBe('empty');
    expect((await ask('x')).state).toBe('too-short');
    expect((await ask('?!')).state).toBe('too-short');
    expect((await ask('e dhe i ')).state).toBe('too-common');
  });

  it('answers any string', async () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            "'",
            '"',
            '&',
            '|',
            '!',
            ':*',
            '<->',
            '\\',
            '%',
            '_',
            '(',
            ')',
            '--',
            ';',
            'rruga',
            ' ',
            '-',
            'uje',
            '\u0000',
            '\ud800',
            "') OR 1=1 --",
            '“',
            'ë',
          ),
          { maxLength: 30 },
        )
        .map((signs) => signs.join('')),
    );
    await fc.assert(
      fc.asyncProperty(wild, async (q) => {
        const answer = await ask(q);
        expect(['empty', 'too-short', 'too-common', 'none', 'found']).toContain(answer.state);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('answers ten thousand characters, and says that it read two hundred', async () => {
    const answer = await ask('rruga '.repeat(1700));
    expect(answer.cut).toBe(true);
    expect(keys(answer)).toEqual(['road', 'light']);
  });
});
