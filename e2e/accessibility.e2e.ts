import { describe, expect, inject, test } from 'vitest';
import { visibleViolationsOn, violationsOn } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { openForFirstVisits, overflowOf, type FirstVisits } from './support/first-view.ts';
import { onePerKind, sitemapPaths } from './support/site.ts';
import { sweep } from './support/sweep.ts';

const browser = useBrowser();
const mostBytes = 100_000;
/** The lists that filter as one types. */
const mayHaveScript = /^\/\w+\/(municipalities|search)$/;

async function pathsOf(record: 'real' | 'demo', language: 'sq' | 'en'): Promise<string[]> {
  const all = [...onePerKind(await sitemapPaths(inject(record))), '/sq/search?q=rruge', '/en/search?q=roads'];
  const paths = record === 'demo' ? all : all.filter((path) => path.startsWith(`/${language}`));
  expect(paths.length).toBeGreaterThan(20);
  return paths;
}

// One page of each kind: of the invented network in both languages; of the real record, whose pages are the same, in the light
// in one and in the dark in the other.
describe.each(['real', 'demo'] as const)('every kind of page of the %s record', (record) => {
  test('has no accessibility violation in light at 1280 px', async () => {
    const site = inject(record);
    const options = { colorScheme: 'light', viewport: { width: 1280, height: 800 } } as const;
    const pages = [await browser.open('about:blank', options), await browser.open('about:blank', options)];
    const found: string[] = [];
    await sweep(pages, [...(await pathsOf(record, 'sq')), '/en/no-such-page'], async (page, path) => {
      await page.goto(`${site}${path}`);
      found.push(...(await violationsOn(page)).map((violation) => `${path} ${violation}`));
    });
    expect(found).toEqual([]);
  });

  test('weighs at most 100 kB at first view on a phone, sends no script that it does not need, and can be read in the dark', async () => {
    const site = inject(record);
    const found: string[] = [];
    const visits = [await openPhone(), await openPhone()];
    await sweep(visits, await pathsOf(record, 'en'), async ({ page, visit }, path) => {
      await page.setViewportSize(phone);
      const { bytes, complaints } = await visit(`${site}${path}`);
      if (bytes > mostBytes) found.push(`${path}: ${bytes} bytes`);
      found.push(...complaints.map((complaint) => `${path}: ${complaint}`));
      const scripts = await page.locator('script:not([type="application/ld+json"])').count();
      if (scripts > 0 && !mayHaveScript.test(path)) found.push(`${path}: ${scripts} scripts`);
      // What is named and ordered wrongly is so in the light too; colours and the size of what is met differ.
      found.push(...(await visibleViolationsOn(page)).map((violation) => `${path} ${violation}`));
      // The width of a screen of 1280 px on which everything is enlarged four times comes last.
      for (const width of [phone.width, 320]) {
        await page.setViewportSize({ width, height: 256 });
        const overflow = await overflowOf(page);
        if (overflow > 0) found.push(`${path}: ${overflow} px wider than a screen of ${width} px`);
      }
    });
    expect(found).toEqual([]);
  });
});

const phone = { width: 360, height: 780 };

function openPhone(): Promise<FirstVisits> {
  return openForFirstVisits(browser, { colorScheme: 'dark', viewport: phone });
}
