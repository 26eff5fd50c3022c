import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { daysAgo, startWork } from '../support/workspace.ts';

const browser = useBrowser();
let session = '';

/** Tab, until the control has the focus. @returns how often */
async function tabTo(page: Page, id: string): Promise<number> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.id === wanted, id);
  let times = 0;
  for (; times < 60 && !(await isThere()); times += 1) await page.keyboard.press('Tab');
  return times;
}

test('a facilitator writes needs down and mends them by the keyboard alone', async () => {
  const { page, main, field, goTo, path, t } = await startWork(browser, 'facilitatore', 'sq');
  const { keyboard } = page;
  await goTo('work.area.listening');
  await main.getByRole('link', { name: t('listening.new') }).click();
  await field(t('municipality.one')).selectOption({ label: 'Kreshmirë' });
  await main.getByRole('button', { name: t('listening.go-on') }).click();
  await field(t('listening.date')).fill(daysAgo(6));
  await main.getByRole('button', { name: t('listening.plan.save') }).click();
  await page.waitForURL(/[0-9a-f-]{36}$/);
  session = path();

  await page.goto(`${inject('demo')}${session}/needs`);
  expect(await tabTo(page, 'lines')).toBeLessThan(60);
  await keyboard.type('Ujë çdo ditë');
  await keyboard.press('Enter');
  await keyboard.type('Rrugë e asfaltuar');
  await keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .getByText(t('listening.needs.added', { count: 2 }))
    .waitFor();
  // The field has the focus again: the next lines follow at once.
  await keyboard.type('Ngrohje në shkollë');
  await keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .getByText(t('listening.needs.added', { count: 1 }))
    .waitFor();

  await page.goto(`${inject('demo')}${session}/table`);
  await tabTo(page, 'needs.0.statement');
  // Enter goes to the next row; what stands there is chosen, so that typing replaces it.
  await keyboard.press('Enter');
  await keyboard.type('Rrugë e shtruar');
  await keyboard.press('Enter');
  await keyboard.press('Shift+Tab');
  await keyboard.type('1');
  await keyboard.press('Control+Enter');
  await page.waitForURL(`**${session}/needs`);
  const text = await main.innerText();
  const places = ['Ngrohje në shkollë', 'Ujë çdo ditë', 'Rrugë e shtruar'].map((need) => text.indexOf(need));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a photograph on its way is said to be, is sent once, and one too large is not sent', async () => {
  const { page, main, t } = await startWork(browser, 'facilitatore', 'en');
  await page.goto(`${inject('demo')}${session.replace('/sq/', '/en/')}/photos`);
  const choose = (bytes: number) =>
    main
      .locator('#photo')
      .setInputFiles({ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer: Buffer.alloc(bytes) });
  const send = main.getByRole('button', { name: t('listening.photo.add') });
  // A line so slow that nothing arrives: what the browser would send is counted instead.
  await main.locator('form[enctype]').evaluate((form) => {
    // After every script of the page, the last of which listens at the document.
    globalThis.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) form.setAttribute('data-sent', `${form.getAttribute('data-sent') ?? ''}1`);
      event.preventDefault();
    });
  });
  const sent = () => main.locator('form[enctype]').getAttribute('data-sent');
  await choose(12_000_001);
  await send.click();
  expect(await main.locator('#photo').getAttribute('aria-invalid')).toBe('true');
  expect(await sent()).toBeNull();
  await choose(400_000);
  await send.click();
  await main.getByRole('status').getByText(t('form.sending')).waitFor();
  await send.click({ force: true });
  expect(await sent()).toBe('1');
});
