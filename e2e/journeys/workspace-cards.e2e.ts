import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork } from '../support/workspace.ts';

const browser = useBrowser();
const issues = 25;

/** Goes on by Tab until the control has the focus, as someone without a mouse does: from a fresh page by its skip link. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  if (await page.evaluate(() => document.activeElement === document.body)) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  for (let pressed = 0; pressed < 100; pressed += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab comes to ${String(control)}`);
}

async function open(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** Presses one key after the other, the last of which sends the form. */
async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
  await Promise.all([page.waitForNavigation(), page.keyboard.press(keys.at(-1) ?? 'Enter')]);
}

/** From the start of the work to the cards of a session that has none yet, and its card chosen; by keyboard alone. */
async function openCards(who: string, language: 'sq' | 'en', place: string, javaScriptEnabled: boolean) {
  const work = await startWork(browser, who, language, { javaScriptEnabled });
  const { page, main, t } = work;
  const areas = page.getByRole('navigation', { name: t('work.areas') });
  await open(page, areas.getByRole('link', { name: t('work.group.listening'), exact: true }));
  await open(page, areas.getByRole('link', { name: t('work.area.cards'), exact: true }));
  await open(page, main.getByRole('row').filter({ hasText: place }).getByRole('link'));
  return work;
}

async function chooseCard(page: Page, every: Locator, secondEvery: string): Promise<void> {
  await tabTo(page, every);
  await pressAll(page, [...secondEvery, 'Enter']);
}

test('a facilitator types cards in by keyboard alone, an editor the sample again, and what differs is settled', async () => {
  const { page, main, field, t } = await openCards('facilitatore', 'sq', 'Qafëlirë', true);
  const session = page.url();
  await page.goto(`${session}/enter`);
  await open(page, main.getByRole('link', { name: t('cards.no-form.choose') }));
  await chooseCard(page, field(t('cards.batch.second-every')), '2');
  await open(page, main.getByRole('link', { name: t('cards.entry.begin') }));

  // A key an issue, one for the sex, two for the age, one to save.
  const scores = Array.from({ length: issues }, (_, index) => String((index % 5) + 1));
  await pressAll(page, ['f', 'a', 'a', ...scores, 'Enter']);
  const told = main.getByRole('status');
  expect(await told.innerText()).toContain(t('cards.entry.saved', { number: 1 }));
  // The space bar leaves an issue unanswered; going back puts a score right.
  await pressAll(page, ['m', ' ', '5', 'ArrowUp', '4', ...scores.slice(2), 'Enter']);
  expect(await told.innerText()).toContain(t('cards.entry.saved', { number: 2 }));

  await page.goto(session);
  await open(page, main.getByRole('link', { name: t('cards.card.title', { number: 2 }) }));
  expect(await main.locator('[data-score]').evaluateAll(valuesOf)).toEqual(['', '4', ...scores.slice(2)]);
  expect(await field(t('cards.card.sex')).inputValue()).toBe('men');

  const editor = await openCards('redaktore', 'en', 'Qafëlirë', true);
  const begin = editor.t('cards.second.begin', { count: 1 });
  await open(editor.page, editor.main.getByRole('link', { name: begin }));
  await pressAll(editor.page, [' ', '5', ...scores.slice(2), 'Enter']);
  expect(await editor.main.getByRole('status').innerText()).toBe(
    editor.t('cards.second.saved', { number: 2 }),
  );
  await editor.page.goto(editor.page.url().replace(/second.*/, 'differences'));
  await tabTo(editor.page, editor.main.getByRole('textbox'));
  await pressAll(editor.page, ['4', 'Enter']);
  expect(await editor.main.getByRole('status').innerText()).toBe(
    editor.t('cards.differences.settled', { number: 2 }),
  );
  await editor.page.goto(editor.page.url().replace(/\/differences.*/, ''));
  expect(await editor.main.innerText()).toMatch(/1 difference in 25 scores typed twice/);
});

test('without JavaScript Tab goes on from issue to issue, and a wrong score is told where it stands', async () => {
  const { page, main, field, t } = await openCards('facilitatore', 'en', 'Lisgjatë', false);
  await chooseCard(page, field(t('cards.batch.second-every')), '10');
  await open(page, main.getByRole('link', { name: t('cards.entry.begin') }));
  await tabTo(page, main.locator('[data-score]').first());
  await pressAll(page, [
    ...Array.from({ length: issues }, () => ['3', 'Tab'])
      .flat()
      .slice(0, -2),
    '9',
    'Enter',
  ]);
  const fault = page.getByRole('alert').getByRole('link');
  expect(await fault.getAttribute('href')).toBe('#scores.24');
  expect(await fault.innerText()).toMatch(/^25\. .+: /);
  await tabTo(page, main.locator('[data-score]').last());
  await pressAll(page, ['2', 'Enter']);
  expect(await main.getByRole('status').innerText()).toContain(
    translator('en')('cards.entry.saved', { number: 1 }),
  );
});

function valuesOf(inputs: Element[]): string[] {
  return inputs.map((input) => (input instanceof HTMLInputElement ? input.value : ''));
}
