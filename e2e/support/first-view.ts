import type { BrowserContextOptions, Page } from 'playwright-core';
import type { useBrowser } from './browser.ts';

/** What a first visit to a page brought. */
export interface FirstView {
  /** Received over the line, compressed and with headers. */
  bytes: number;
  /** What the page complained of in the console. */
  complaints: string[];
}

export interface FirstVisits {
  page: Page;
  /** Opens an address as somebody who has never been here, and waits until all that it shows at first is there. */
  visit: (url: string) => Promise<FirstView>;
}

/** A page in which each visit is a first one: nothing is kept from the one before. */
export async function openForFirstVisits(
  browser: ReturnType<typeof useBrowser>,
  options: BrowserContextOptions,
): Promise<FirstVisits> {
  return countVisits(await browser.open('about:blank', options));
}

/** As {@link openForFirstVisits}, with a page that may be signed in. */
export async function countVisits(page: Page): Promise<FirstVisits> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let view: FirstView = { bytes: 0, complaints: [] };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (view.bytes += encodedDataLength));
  page.on('console', (message) => message.type() === 'error' && view.complaints.push(message.text()));
  return {
    page,
    visit: async (url) => {
      view = { bytes: 0, complaints: [] };
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate(async () => void (await document.fonts.ready));
      return view;
    },
  };
}

/** How many pixels the page is wider than the screen it is on. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
