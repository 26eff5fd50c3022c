import { describe, expect, inject, test } from 'vitest';
import { violationsOn } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { onePerKind, sitemapPaths } from './support/site.ts';

const browser = useBrowser();

// One page of each kind, in both languages, on both records; dark and light, and at a phone's width.
describe.each(['real', 'demo'] as const)('the %s record', (record) => {
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 360 },
  ] as const)(
    'has no accessibility violation in $colorScheme at $width px',
    async ({ colorScheme, width }) => {
      const site = inject(record);
      const paths = [
        ...onePerKind(await sitemapPaths(site)),
        '/sq/search?q=rruge',
        '/en/search?q=roads',
        '/en/no-such-page',
      ];
      expect(paths.length).toBeGreaterThan(20);
      const page = await browser.open('about:blank', { colorScheme, viewport: { width, height: 800 } });
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(`${site}${path}`);
        found.push(...(await violationsOn(page)).map((violation) => `${path} ${violation}`));
      }
      expect(found).toEqual([]);
    },
  );
});
