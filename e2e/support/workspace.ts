import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Language } from '#i18n/languages.ts';
import { translator, type MessageKey, type Translate } from '#i18n/translate.ts';
import type { useBrowser } from './browser.ts';

/** A signed-in person's page, in one language. */
export interface AtWork {
  page: Page;
  t: Translate;
  /** The page's own part, without what stands around every page. */
  main: Locator;
  /** A control by its label, whatever the label says after it, as that nothing need stand there. */
  field: (label: string) => Locator;
  /** Goes to a part of the workspace by its tab. */
  goTo: (area: MessageKey) => Promise<void>;
  /** Path of the page shown. */
  path: () => string;
}

/** Signs one of the demonstration's people in, and waits at their work. */
export async function startWork(
  browser: ReturnType<typeof useBrowser>,
  who: string,
  language: Language,
  options: BrowserContextOptions = {},
): Promise<AtWork> {
  const t = translator(language);
  const page = await browser.open(`${inject('demo')}/${language}/work`, options);
  await page.getByLabel(t('accounts.email')).fill(`${who}@demo.example`);
  await page.getByLabel(t('accounts.password')).fill(inject('demoPassword'));
  await page.getByRole('button', { name: t('accounts.sign-in'), exact: true }).click();
  const main = page.getByRole('main');
  await main.getByRole('heading', { level: 1, name: t('work.title') }).waitFor();
  return {
    page,
    t,
    main,
    field: (label) => main.getByLabel(new RegExp(`^${RegExp.escape(label)}( \\(|$)`)),
    goTo: async (area) => {
      const named = { name: t(area), exact: true, includeHidden: true };
      const areas = page.getByRole('navigation', { name: t('work.areas'), includeHidden: true });
      const link = areas.getByRole('link', named);
      const menu = page.getByRole('button', { name: t('work.menu') });
      if (await menu.isVisible()) await menu.click();
      // On a wide screen the areas of a kind of work are shown once one is at it.
      else if (!(await link.isVisible())) {
        const group = areas.locator('.work-groups > li', { has: page.getByRole('link', named) });
        await group.locator('.work-group').click();
      }
      await link.click();
    },
    path: () => new URL(page.url()).pathname,
  };
}

/** Types a date as in a browser that has no field for dates, where anything can be typed. */
export async function typeDate(field: Locator, date: string): Promise<void> {
  await field.evaluate((input) => input.setAttribute('type', 'text'));
  await field.fill(date);
}

/** The day so many days before today, as forms send it. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
