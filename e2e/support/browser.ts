import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The machine's Chromium. @throws where there is none, saying how to name one */
export function chromiumPath(): string {
  const found = places.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error('No Chromium found: install one, or set CHROMIUM to its path.');
  return found;
}

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...more,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}

/** One browser per test file, with more arguments where it needs some; `open` gives a page in a context of its own. */
export function useBrowser(more: readonly string[] = []) {
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(more);
  });
  afterAll(() => browser?.close());

  return {
    async open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
      if (!browser) throw new Error('the browser has not been launched');
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
  };
}
