import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { onePerKind, sitemapPaths } from './support/site.ts';
import { sweep } from './support/sweep.ts';

const browser = useBrowser();
const mostBytes = 100_000;
const workers = [1, 2, 3];

describe.each(['real', 'demo'] as const)('every page of the %s record', (record) => {
  test('answers 200 in its language, with one h1, a canonical address and its other languages', async () => {
    const site = inject(record);
    const faults: string[] = [];
    const fault = (path: string, text: string) => faults.push(`${path}: ${text}`);
    await sweep(workers, await sitemapPaths(site), async (_, path) => {
      const answer = await fetch(`${site}${path}`);
      const html = await answer.text();
      const language = path.split('/')[1] ?? '';
      if (answer.status !== 200) fault(path, `status ${answer.status}`);
      if (!html.includes(`<html lang="${language}"`)) fault(path, 'wrong lang');
      if (html.match(/<h1[\s>]/g)?.length !== 1) fault(path, 'not one h1');
      if (!html.includes(`rel="canonical" href="${site}${path}"`)) fault(path, 'no canonical link');
      if ((html.match(/hreflang=/g)?.length ?? 0) < 3) fault(path, 'no hreflang links');
      if (/\sstyle="/.test(html)) fault(path, 'an inline style');
      if (/>(undefined|null|NaN|\[object Object\])</.test(html)) fault(path, 'a value shown raw');
      if (record === 'demo' && !/shpikur|nvented/.test(html)) fault(path, 'not marked as invented');
    });
    expect(faults).toEqual([]);
  });

  test('has no broken internal link', async () => {
    const site = inject(record);
    const seen = new Set<string>();
    const broken: string[] = [];
    await sweep(workers, onePerKind(await sitemapPaths(site)), async (_, path) => {
      const html = await (await fetch(`${site}${path}`)).text();
      for (const match of html.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)) {
        const target = (match[1] ?? '').replaceAll('&amp;', '&');
        if (seen.has(target)) continue;
        seen.add(target);
        const answer = await fetch(`${site}${target}`, { redirect: 'manual' });
        await answer.body?.cancel();
        if (answer.status >= 400) broken.push(`${path} -> ${target}: ${answer.status}`);
      }
    });
    expect(broken).toEqual([]);
  });

  test('can be read at 320 px, which is 1280 px enlarged four times, without sliding sideways', async () => {
    const site = inject(record);
    const page = await browser.open('about:blank', { viewport: { width: 320, height: 256 } });
    const faults: string[] = [];
    for (const path of onePerKind(await sitemapPaths(site))) {
      await page.goto(`${site}${path}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) faults.push(`${path}: ${overflow} px wider than the screen`);
    }
    expect(faults).toEqual([]);
  });

  test('weighs at most 100 kB at first view, fits a phone, and sends no script that it does not need', async () => {
    const site = inject(record);
    const faults: string[] = [];
    await sweep(workers, onePerKind(await sitemapPaths(site)), async (_, path) => {
      const page = await browser.open('about:blank', { viewport: { width: 360, height: 780 } });
      let bytes = 0;
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await page.goto(`${site}${path}`, { waitUntil: 'networkidle' });
      const { overflow, scripts } = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        scripts:
          document.scripts.length - document.querySelectorAll('script[type="application/ld+json"]').length,
      }));
      if (bytes > mostBytes) faults.push(`${path}: ${bytes} bytes`);
      if (overflow > 0) faults.push(`${path}: ${overflow} px wider than the screen`);
      const mayHaveScript = /^\/\w+\/(municipalities|search)$/.test(path);
      if (scripts > 0 && !mayHaveScript) faults.push(`${path}: ${scripts} scripts`);
      faults.push(...problems.map((problem) => `${path}: ${problem}`));
      await page.context().close();
    });
    expect(faults).toEqual([]);
  });
});
