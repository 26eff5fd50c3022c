import { describe, expect, inject, test } from 'vitest';
import { violationsOn } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { onePerKind, sitemapPaths } from './support/site.ts';
import { sweep } from './support/sweep.ts';

const browser = useBrowser();

// One page of each kind, in both languages, on both records; dark and light, and at a phone's width. In the real record all
// kinds are looked at in the light, as its pages are fewer and the same.
describe('every kind of page', () => {
  test.each([
    { record: 'real', colorScheme: 'light', width: 1280 },
    { record: 'demo', colorScheme: 'light', width: 1280 },
    { record: 'demo', colorScheme: 'dark', width: 360 },
  ] as const)(
    'of the $record record has no accessibility violation in $colorScheme at $width px',
    async ({ record, colorScheme, width }) => {
      const site = inject(record);
      const paths = [
        ...onePerKind(await sitemapPaths(site)),
        '/sq/search?q=rruge',
        '/en/search?q=roads',
        '/en/no-such-page',
      ];
      expect(paths.length).toBeGreaterThan(20);
      const options = { colorScheme, viewport: { width, height: 800 } };
      const pages = [await browser.open('about:blank', options), await browser.open('about:blank', options)];
      const found: string[] = [];
      await sweep(pages, paths, async (page, path) => {
        await page.goto(`${site}${path}`);
        found.push(...(await violationsOn(page)).map((violation) => `${path} ${violation}`));
      });
      expect(found).toEqual([]);
    },
  );
});
