import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { pageSize, type SearchQuery } from '../search.ts';
import { addEvents, addNeeds, addPlaces, appOn, refreshAll } from './record.fixture.ts';
import { search } from './service.ts';

const many = 9000;

describe('among more documents than are ranked', () => {
  const database = useDatabase();
  const ask = (q: string, more: Partial<SearchQuery> = {}) =>
    search(appOn(database()), { language: 'sq', q, ...more });

  beforeAll(async () => {
    await addPlaces(database().db);
    await addNeeds(
      database().db,
      Array.from({ length: many }, (_, index) => ({
        key: `n${index}`,
        // Every text has 'rruga', every tenth also 'ura', every thousandth also 'pylli'.
        sq: ['rruga', ...(index % 10 === 0 ? ['ura'] : []), ...(index % 1000 === 0 ? ['pylli'] : [])].join(
          ' ',
        ),
        municipality: index % 3000 === 0 ? 'durres' : 'fier',
        year: index % 2 === 0 ? 2020 : 2019,
      })),
    );
    // More events than a sample holds, of which every tenth has 'rruga'.
    await addEvents(
      database().db,
      Array.from({ length: 6000 }, (_, index) => (index % 10 === 0 ? 'rruga' : 'takim')),
    );
    await refreshAll(database().db);
  }, 60_000);

  it('a word in all of them is counted no further than a thousand', async () => {
    expect((await ask('rruga ')).total).toEqual({ count: 1000, more: true });
  });

  it('a rarer one is counted exactly', async () => {
    expect((await ask('ura ')).total).toEqual({ count: many / 10, more: false });
    expect((await ask('rruga pylli ')).total).toEqual({ count: many / 1000, more: false });
  });

  it('a filter that few pass finds them all', async () => {
    expect((await ask('rruga ', { municipality: 'durres' })).total).toEqual({ count: 3, more: false });
    expect((await ask('rruga ', { kind: 'contract' })).total).toEqual({ count: 0, more: false });
  });

  it('a kind that is rare among them is counted whole', async () => {
    expect((await ask('rruga ', { kind: 'event' })).total).toEqual({ count: 600, more: false });
  });

  it('pages follow one another without a gap or a repetition', async () => {
    const keys: string[] = [];
    let after: number | undefined = 0;
    while (after !== undefined) {
      const { results, next }: Awaited<ReturnType<typeof ask>> = await ask('ura ', { after });
      expect(results.length).toBe(pageSize);
      keys.push(...results.map(({ key }) => key));
      after = next;
    }
    expect(new Set(keys).size).toBe(many / 10);
    expect(keys.length).toBe(many / 10);
  }, 30_000);

  it('no page goes beyond what was counted', async () => {
    expect((await ask('rruga ', { after: 980 })).next).toBeUndefined();
    expect((await ask('rruga ', { after: 5000 })).results.length).toBe(pageSize);
  });
});
