import { describe, expect, test } from 'vitest';
import { useRecord } from './record.fixture.ts';
import { writeSitemap, writeSitemapPart } from './sitemap.ts';
import { isWellFormed } from './well-formed.fixture.ts';

function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1] ?? '');
}

describe.each(['real', 'demo'] as const)('the %s record', (record) => {
  const { app, database } = useRecord(record);

  async function expected(): Promise<string[]> {
    const { rows } = await database().pool.query<{ path: string }>(
      `SELECT 'municipalities/' || key AS path FROM municipality UNION SELECT 'contracts/' || key FROM contract
       UNION SELECT 'priorities/' || key FROM priority UNION SELECT 'events/' || key FROM event
       UNION SELECT 'news/' || key FROM article UNION SELECT 'experiences/' || key FROM experience
       UNION SELECT 'members/' || organisation.key FROM membership JOIN organisation ON organisation.id = organisation_id
       UNION SELECT 'municipalities/' || municipality.key || '/reports/' || round.key FROM status
       JOIN round ON round.id = round_id JOIN priority ON priority.id = priority_id
       JOIN contract ON contract.id = contract_id JOIN municipality ON municipality.id = municipality_id
       UNION SELECT 'monitoring/' || round.key || '/report' FROM status JOIN round ON round.id = round_id`,
    );
    return rows.flatMap(({ path }) => [`https://pop.example/sq/${path}`, `https://pop.example/en/${path}`]);
  }

  test('it lists every page in every language once', async () => {
    const xml = await writeSitemap(app());
    const addresses = addressesIn(xml);
    expect(isWellFormed(xml)).toBe(true);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toEqual(expect.arrayContaining(await expected()));
    expect(addresses).toEqual(
      expect.arrayContaining(['https://pop.example/sq', 'https://pop.example/en/data']),
    );
  });

  test('split into files, it lists the same pages', async () => {
    const whole = addressesIn(await writeSitemap(app()));
    const index = await writeSitemap(app(), 10);
    expect(index).toContain('<sitemapindex');
    const files = addressesIn(index);
    const parts = await Promise.all(
      files.map((file) => writeSitemapPart(app(), /sitemap-(\d+)\.xml$/.exec(file)?.[1] ?? '', 10)),
    );
    expect(parts.slice(1).every((part) => addressesIn(part).length <= 20)).toBe(true);
    expect(parts.flatMap(addressesIn).toSorted()).toEqual(whole.toSorted());
  });

  test.each(['0', '9999', '-1', '1.5', 'x', '', '1e3'])('there is no file %j', async (part) => {
    await expect(writeSitemapPart(app(), part)).rejects.toThrow('not-found');
  });
});
