// npm run screenshots [-- FOLDER]: pictures of one page of each kind, to be looked at by people, on both records.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './support/browser.ts';
import { startProgram } from './support/program.ts';
import { onePerKind, sitemapPaths } from './support/site.ts';

const folder = process.argv[2] ?? 'test-results/screenshots';
const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 768, colorScheme: 'light' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

const browser = await launchBrowser();
try {
  for (const record of ['real', 'demo'] as const) {
    const program = await startProgram({ demo: record === 'demo' });
    try {
      const paths = [
        ...onePerKind(await sitemapPaths(program.url)),
        '/sq/search?q=rruge',
        '/en/no-such-page',
      ];
      for (const { width, colorScheme } of looks) {
        const to = join(folder, record, `${width}-${colorScheme}`);
        await mkdir(to, { recursive: true });
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        for (const path of paths) {
          await page.goto(`${program.url}${path}`);
          const name = path.replace(/^\//, '').replaceAll(/[^a-z0-9-]+/gi, '_') || 'root';
          await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
        }
        await page.close();
        console.log(`${to}: ${paths.length} pages`);
      }
    } finally {
      await program.stop();
    }
  }
} finally {
  await browser.close();
}
