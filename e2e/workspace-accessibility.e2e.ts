import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { visibleViolationsOn, violationsOn } from './support/axe.ts';
import { useBrowser } from './support/browser.ts';
import { countVisits, overflowOf } from './support/first-view.ts';
import { sweep } from './support/sweep.ts';
import { startWork } from './support/workspace.ts';

const browser = useBrowser();
const mostBytes = 100_000;

/** What kind of page an address leads to, whichever row of the record its ids and keys name. */
function kindOf(path: string): string {
  const [, , , area = '', ...rest] = path.split('/');
  const named = (part: string) =>
    /^[a-z-]+$/.test(part) && !/^(ullimare|kreshmire)/.test(part) ? part : '*';
  return [area, ...rest.map(named)].join('/');
}

/** Follows the workspace's links, and gives one address of each kind of page. */
async function pagesOfWork(page: Page, start: string): Promise<string[]> {
  const pages: string[] = [];
  const kinds = new Set<string>();
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const answer = await page.request.get(`${inject('demo')}${path}`);
    // Papers and tables to take along are no pages.
    if (!answer.ok() || !answer.headers()['content-type']?.startsWith('text/html')) continue;
    pages.push(path);
    for (const [, link = ''] of (await answer.text()).matchAll(/href="([^"#?]*)/g)) {
      if (link.startsWith(start)) waiting.push(link);
    }
  }
  return pages;
}

/** One address of each kind, by who follows the links. */
const pages = new Map<string, string[]>();

describe('the workspace', () => {
  /** Most pages are the same for both: of the coordinator's, only their own are looked at. */
  const seen = new Set<string>();

  test.each([
    { who: 'redaktore', colorScheme: 'light', width: 1280 },
    { who: 'redaktore', colorScheme: 'dark', width: 360 },
    { who: 'koordinatore', colorScheme: 'light', width: 360 },
  ] as const)(
    'of $who has no accessibility violation in $colorScheme at $width px, fits, and weighs at most 100 kB at first view',
    async ({ who, colorScheme, width }) => {
      const { page } = await startWork(browser, who, 'en', { colorScheme, viewport: { width, height: 800 } });
      const all = pages.get(who) ?? (await pagesOfWork(page, '/en/work'));
      pages.set(who, all);
      expect(all.length).toBeGreaterThan(25);
      // Colours and widths come from shared parts: in the dark, the first page of each area shows them.
      const isShort = (path: string) => colorScheme === 'light' || path.split('/').length <= 4;
      const paths = all.filter((path) => (who === 'redaktore' ? isShort(path) : !seen.has(kindOf(path))));
      for (const path of all) seen.add(kindOf(path));
      const look = colorScheme === 'dark' ? visibleViolationsOn : violationsOn;
      const found: string[] = [];
      const visits = [await countVisits(page), await countVisits(await page.context().newPage())];
      await sweep(visits, paths, async ({ page: one, visit }, path) => {
        await one.setViewportSize({ width, height: 800 });
        const { bytes } = await visit(`${inject('demo')}${path}`);
        if (bytes > mostBytes) found.push(`${path}: ${bytes} bytes`);
        found.push(...(await look(one)).map((violation) => `${path} ${violation}`));
        await one.setViewportSize({ width: 320, height: 256 });
        const overflow = await overflowOf(one);
        if (overflow > 0) found.push(`${path}: ${overflow} px wider than a screen of 320 px`);
      });
      expect(found).toEqual([]);
    },
  );
});
