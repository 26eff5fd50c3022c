import { describe, expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { besideWords } from '../beside.ts';
import { publishedBesideOurs } from './beside-published.ts';

describe('the real record', () => {
  const { app } = useRecord('real');

  /** What is told beside each published figure; null where nothing is. */
  async function told(municipality: { key: string; id: string } | null) {
    const figures = await publishedBesideOurs(app(), municipality);
    return Object.fromEntries(
      figures.map((figure) => [
        figure.key,
        (figure.beside && besideWords(figure, figure.beside, translator('en'), formatsFor('en'))) ?? null,
      ]),
    );
  }

  async function municipality(key: string) {
    return app()
      .db.selectFrom('municipality')
      .select(['id', 'key'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
  }

  test('says of 101 priorities, of 17, 58 and 25 %, and of 74.5 % what its rows hold of them', async () => {
    expect(await told(null)).toMatchObject({
      '2019-2023/priorities': 'In the record: 19 of 101.',
      '2019-2020/fully': 'In the record: 12 of 101.',
      '2019-2020/partly': 'In the record: 12 of 101.',
      '2019-2020/not': 'In the record: 12 of 101.',
      '2019-2023/addressed': '12 of at least 37 priorities have a status in the record.',
    });
  });

  test('adds nothing to what is not counted in rows', async () => {
    expect(await told(null)).toMatchObject({ '2019/focus-groups': null, '2020-12-22/signed': null });
  });

  test('adds nothing where the rows say the same, and says where there are none', async () => {
    expect(await told(await municipality('fier'))).toEqual({
      'fier/2019-2020/fully': null,
      'fier/2019-2020/partly': null,
      'fier/2019-2020/not': null,
    });
    expect(await told(await municipality('vlore'))).toEqual({
      'vlore/2022-2023/addressed': 'No status of this round is in the record.',
    });
  });
});

describe('the invented record', () => {
  const { app } = useRecord('demo');

  test('a difference that the rows do not explain is told with ours', async () => {
    const figures = await publishedBesideOurs(app(), null);
    const unexplained = figures.filter(({ beside }) => beside?.kind === 'unexplained');
    expect(unexplained.length).toBeGreaterThan(0);
    for (const figure of unexplained) {
      const words = figure.beside && besideWords(figure, figure.beside, translator('en'), formatsFor('en'));
      expect(words).toMatch(/^The rows of the record give \d+%?; the difference is not explained/);
    }
  });

  test('of "addressed" in no stated sense both of ours are told', async () => {
    const figures = await publishedBesideOurs(app(), null);
    const addressed = figures.find(({ measure }) => measure === 'addressed');
    expect(addressed?.beside?.kind).toBe('sense-not-stated');
    const words =
      addressed?.beside && besideWords(addressed, addressed.beside, translator('en'), formatsFor('en'));
    expect(words).toBe(
      'The rows of the record give: fully addressed 38 of 121 (31.4%), at least partly addressed 99 of 121 (81.8%).',
    );
  });
});
