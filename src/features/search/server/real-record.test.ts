import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { search } from './service.ts';

const { app } = useRecord('real');

function ask(q: string, language: 'sq' | 'en' = 'sq') {
  return search(app(), { language, q });
}

test('a published figure is found by its number and by what it counts', async () => {
  const [byNumber] = (await ask('74.5')).results;
  expect(byNumber).toMatchObject({ kind: 'figure', href: '/sq#published-figures' });
  const [ofVlora] = (await ask('76%')).results;
  expect(ofVlora).toMatchObject({ kind: 'figure', href: '/sq/municipalities/vlore#figures' });
  expect((await ask('focus groups 2019', 'en')).results[0]).toMatchObject({ kind: 'figure' });
});

test('a place asked for by its name, in either spelling, comes before what is in it', async () => {
  const asked = [
    ['Tirana', 'tirane'],
    ['Tiranë', 'tirane'],
    ['Vlora', 'vlore'],
    ['Vlorë', 'vlore'],
    ['Shkodra', 'shkoder'],
    ['shkoder', 'shkoder'],
    ['Korça', 'korce'],
    ['Durres', 'durres'],
  ];
  for (const language of ['sq', 'en'] as const) {
    for (const [q = '', key] of asked) {
      const [first] = (await ask(q, language)).results;
      expect({ language, q, kind: first?.kind, key: first?.key }).toEqual({
        language,
        q,
        kind: 'municipality',
        key,
      });
    }
  }
});

test('what belongs to a place is found by the name that other languages give it', async () => {
  const kinds = (await ask('Shkodra', 'en')).kinds.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['municipality', 'unit', 'contract']));
});

test('an event is found by its year and by its date', async () => {
  for (const q of ['conference 2020', 'conference 22.12.2020']) {
    const keys = (await ask(q, 'en')).results.map(({ key }) => key);
    expect(keys).toContain('2020-12-22-national-conference');
  }
});

test('little found in this language points to more in the other', async () => {
  const { total, elsewhere } = await ask('ujë', 'en');
  expect(total.count).toBeGreaterThan(0);
  expect(elsewhere?.language).toBe('sq');
  expect((await ask('ujë')).elsewhere).toBeUndefined();
});

test('a phrase of common words is no question, in either language', async () => {
  expect((await ask('dhe të në')).state).toBe('too-common');
  expect((await ask('the of and', 'en')).state).toBe('too-common');
});
