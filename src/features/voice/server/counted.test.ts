import { expect, test } from 'vitest';
import { figureDatasets } from '#features/opendata/server/figure-datasets.ts';
import { countWaiting } from './counting.ts';
import { answerAs, useVoice } from './voice.fixture.ts';

const voice = useVoice();

test('open data has counts alone, of a unit from ten answers on', async () => {
  const { app, asked, municipality, units } = voice();
  const [topoje = null, levan = null] = units;
  for (let i = 0; i < 10; i += 1) await answerAs(voice(), { unit: topoje, answer: 'no' });
  await answerAs(voice(), { unit: levan, sentence: 'Vetëm unë' });
  await countWaiting(app);
  const dataset = figureDatasets(app).find(({ name }) => name === 'resident-views');
  if (!dataset) throw new Error('it is one of the datasets');
  const rows: (readonly (string | null)[])[] = [];
  for await (const some of dataset.read({ municipality: municipality.key })) rows.push(...some);
  expect(dataset.columns.map(({ name }) => name)).toEqual([
    'municipality',
    'priority',
    'round',
    'unit',
    'n',
    'yes',
    'partly',
    'no',
    'do_not_know',
  ]);
  expect(rows).toEqual([
    [municipality.key, asked.priority, asked.round, null, '11', '1', '0', '10', '0'],
    [
      municipality.key,
      asked.priority,
      asked.round,
      expect.stringContaining('unit-'),
      '10',
      '0',
      '0',
      '10',
      '0',
    ],
  ]);
  const others: unknown[] = [];
  for await (const some of dataset.read({ municipality: voice().elsewhere.key })) others.push(...some);
  expect(others).toEqual([]);
});
