import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { signIn } from '#testing/sign-in.ts';
import type { OwnProgram } from '../access/program.ts';
import { violationsOn } from './axe.ts';
import type { useBrowser } from './browser.ts';

/** Opens a page of a program of the journey's own, as somebody who is signed in there, on a phone unless told otherwise. */
export async function openAs(
  browser: ReturnType<typeof useBrowser>,
  { app, url }: OwnProgram,
  { accountId, language, path }: { accountId: string; language: Language; path: string },
  options: BrowserContextOptions = {},
) {
  const [name = '', value = ''] = (await signIn(app, accountId)).split('=', 2);
  const page = await browser.open(`${url}/${language}`, {
    viewport: { width: 360, height: 740 },
    ...options,
  });
  await page.context().addCookies([{ name, value, url }]);
  await page.goto(`${url}/${language}${path}`);
  const main = page.getByRole('main');
  return {
    page,
    t: translator(language),
    main,
    /** A control by its label, whatever the label says after it, as that nothing need stand there. */
    field: (label: string) => main.getByLabel(new RegExp(`^${RegExp.escape(label)}( \\(|$)`)),
  };
}

/** Presses a button, and waits for the page that it leads to. */
export async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()]);
}

/** Nothing slides sideways, and axe finds nothing. */
export async function expectSound(page: Page, { javaScriptEnabled = true } = {}): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, page.url()).toBe(0);
  // The check of accessibility is itself a script of the page.
  if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
}
