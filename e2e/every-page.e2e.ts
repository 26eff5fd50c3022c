import { describe, expect, inject, test } from 'vitest';
import { onePerKind, sitemapPaths } from './support/site.ts';
import { sweep } from './support/sweep.ts';

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
    const paths = await sitemapPaths(site);
    // Those of the sitemap were asked for above.
    const seen = new Set(paths);
    const broken: string[] = [];
    await sweep(workers, onePerKind(paths), async (_, path) => {
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
});
