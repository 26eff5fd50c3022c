import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { fold } from '../fold.ts';
import { addNeeds, addPlaces, appOn, refreshAll } from './record.fixture.ts';
import { search } from './service.ts';

function readFamilies(name: string): string[][] {
  const [, ...lines] = readFileSync(new URL(`../fixtures/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [lemma = '', forms = ''] = line.split(',');
    return [...new Set([lemma, ...forms.split(' ')].map(fold))];
  });
}

const families = [...readFamilies('inflection-families'), ...readFamilies('more-families')];
const familyOf = new Map(families.flatMap((forms, family) => forms.map((form) => [form, family])));
const letters = Array.from('abcdefghijklmnoprstuvz');

/** One slip of the hand in a word, another for each round: a letter left out, put in, put for another, or two swapped. */
function mistype(word: string, round: number): string {
  const at = 1 + ((round * 7) % (word.length - 2));
  const letter = letters[(round * 5 + word.length) % letters.length] ?? 'a';
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) +
      word
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      word.slice(at + 2),
  ];
  return kinds[round % kinds.length] ?? word;
}

describe('among texts with one form of a word each', () => {
  const database = useDatabase();
  const found = async (q: string) => {
    const { results } = await search(appOn(database()), { language: 'sq', q });
    return results.flatMap(({ title }) => fold(title.map(({ text }) => text).join('')));
  };

  beforeAll(async () => {
    await addPlaces(database().db);
    await addNeeds(
      database().db,
      [...familyOf.keys()].map((form, index) => ({ key: `n${index}`, sq: form })),
    );
    await refreshAll(database().db);
  });

  it('any form finds the others, and hardly anything else', async () => {
    let wanted = 0;
    let recalled = 0;
    let shown = 0;
    let right = 0;
    for (const forms of families) {
      for (const form of forms) {
        // A space after the word: it is not the beginning of others.
        const titles = await found(`${form} `);
        wanted += forms.length - 1;
        recalled += forms.filter((other) => other !== form && titles.includes(other)).length;
        shown += titles.length;
        right += titles.filter((title) => forms.includes(title)).length;
      }
    }
    expect(recalled / wanted).toBeGreaterThanOrEqual(0.95);
    expect(right / shown).toBeGreaterThanOrEqual(0.95);
  }, 60_000);

  it('a word with one slip in it finds what was meant', async () => {
    const words = families.flatMap((forms) => forms.filter((form) => form.length >= 5));
    let recalled = 0;
    let tried = 0;
    for (const [round, word] of words.entries()) {
      const typed = mistype(word, round);
      if (familyOf.has(typed) || typed === word) continue;
      tried += 1;
      const titles = await found(`${typed} `);
      if (titles.some((title) => familyOf.get(title) === familyOf.get(word))) recalled += 1;
    }
    expect(tried).toBeGreaterThan(200);
    expect(recalled / tried).toBeGreaterThanOrEqual(0.9);
  }, 60_000);
});
