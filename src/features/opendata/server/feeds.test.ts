import { describe, expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { writeFeed } from './feeds.ts';
import { useRecord } from './record.fixture.ts';
import { isWellFormed } from './well-formed.fixture.ts';

function idsOf(xml: string): string[] {
  return [...xml.matchAll(/<id>([^<]*)<\/id>/g)].map((match) => match[1] ?? '');
}

describe.each(['real', 'demo'] as const)('the %s record', (record) => {
  const { app, database } = useRecord(record);
  const keys = async () =>
    (await database().pool.query<{ key: string }>('SELECT key FROM municipality ORDER BY key')).rows.map(
      ({ key }) => key,
    );

  test.each(languages)('every feed in %s is well-formed and names each entry once', async (language) => {
    for (const key of [undefined, ...(await keys())]) {
      const xml = await writeFeed(app(), language, key);
      const ids = idsOf(xml);
      expect(isWellFormed(xml), key).toBe(true);
      expect(new Set(ids).size, key).toBe(ids.length);
      expect(ids.length, key).toBeLessThanOrEqual(51);
      expect(xml.match(/href="(?!https:\/\/pop\.example\/)/), key).toBeNull();
    }
  });

  test('the network’s feed has something to tell', async () => {
    expect(idsOf(await writeFeed(app(), 'sq')).length).toBeGreaterThan(20);
  });

  test('an entry keeps its name when the feed is written again', async () => {
    expect(await writeFeed(app(), 'sq')).toBe(await writeFeed(app(), 'sq'));
  });

  test('a municipality’s feed tells nothing of another', async () => {
    const { rows } = await database().pool.query<{ key: string; municipality: string }>(
      `SELECT contract.key, municipality.key AS municipality FROM contract
       JOIN municipality ON municipality.id = contract.municipality_id`,
    );
    const owner = new Map(rows.map(({ key, municipality }) => [key, municipality]));
    let seen = 0;
    for (const key of await keys()) {
      const xml = await writeFeed(app(), 'en', key);
      for (const [, contract = ''] of xml.matchAll(/\/en\/contracts\/([^"]+)"/g)) {
        expect(owner.get(contract)).toBe(key);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('there is no feed of an unknown municipality', async () => {
    await expect(writeFeed(app(), 'sq', 'nobody')).rejects.toThrow('not-found');
  });
});

describe('a correction', () => {
  const { app, database } = useRecord('real');

  test('is an entry of its own, with its reason and the address of its version', async () => {
    await database().pool.query(
      `INSERT INTO status (id, key, priority_id, round_id, version, kind, status, reason, published_on)
       SELECT gen_random_uuid(), 'fier-2019-1/2019-2020/2', priority_id, round_id, 2, 'correction', 'not',
              '{"sq": "Arsyeja", "en": "The reason"}', '2021-03-04'
       FROM status WHERE key = 'fier-2019-1/2019-2020/1'`,
    );
    const xml = await writeFeed(app(), 'en', 'fier');
    expect(xml).toContain('href="https://pop.example/en/priorities/fier-2019-1/2019-2020/2"');
    expect(xml).toContain('<summary>The reason</summary>');
    expect(xml).toContain('<updated>2021-03-04T00:00:00Z</updated>');
  });
});

describe('a municipality published later than others', () => {
  const { app, database } = useRecord('demo');

  test('is told on its own day, not on that of the round', async () => {
    const { rows } = await database().pool.query<{ municipality: string; round: string; day: string }>(
      `SELECT municipality.key AS municipality, round.key AS round, round.published_on AS day
       FROM tally JOIN round ON round.id = tally.round_id JOIN municipality ON municipality.id = tally.municipality_id
       WHERE field_id IS NULL AND round.published_on IS NOT NULL AND priorities > not_assessed
       ORDER BY round.starts DESC, municipality.key LIMIT 1`,
    );
    const [late] = rows;
    const entry = async () => {
      const xml = await writeFeed(app(), 'en', late?.municipality);
      const found = xml
        .split('<entry>')
        .find((one) => new RegExp(`/statuses/[^<]*/${late?.round}<`).test(one));
      return /<updated>([^T]*)T/.exec(found ?? '')?.[1];
    };
    await database().pool.query(
      `UPDATE status SET published_on = '2029-09-09' FROM priority, contract, municipality, round
       WHERE status.priority_id = priority.id AND priority.contract_id = contract.id AND status.round_id = round.id
         AND contract.municipality_id = municipality.id AND municipality.key = $1 AND round.key = $2`,
      [late?.municipality, late?.round],
    );
    await database().pool.query(`UPDATE record_version SET changed_at = '2029-12-31'`);
    expect(late?.day).not.toBe('2029-09-09');
    expect(await entry()).toBe('2029-09-09');
  });
});

describe('a signature without a date', () => {
  const { app } = useRecord('real');

  test('is in no feed: nothing says when it was news', async () => {
    expect(await writeFeed(app(), 'en', 'korce')).not.toContain('/contracts/korce-2023');
  });
});
