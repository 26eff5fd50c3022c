import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();

test('a journalist searches with a slip of the finger and finds the contract', async () => {
  const page = await browser.open(`${inject('real')}/en`, { javaScriptEnabled: false });
  await page.getByRole('searchbox').first().fill('kindergarden');
  await page.getByRole('searchbox').first().press('Enter');
  expect(new URL(page.url()).pathname).toBe('/en/search');
  expect(await page.locator('main').textContent()).toMatch(/kindergartens/i);
});

test('every figure of a chart is in its table and in its CSV', async () => {
  const page = await browser.open(`${inject('demo')}/en/monitoring`);
  const grid = page.locator('figure').first();
  await grid.getByText('The figures as a table').click();
  const shown = await grid.locator('table tbody tr').first().locator('td').first().textContent();
  const csv = await grid.getByRole('link', { name: /CSV/ }).getAttribute('href');
  const text = await (await fetch(`${inject('demo')}${csv}`)).text();
  const [header = '', ...rows] = text.trim().split('\n');
  const column = header.split(',').indexOf('fully');
  expect(rows[0]?.split(',')[column]).toBe(shown?.trim());
});

test('filters stand in the address, and Back undoes them', async () => {
  const page = await browser.open(`${inject('demo')}/en/monitoring`);
  await page.locator('#filter-field').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Filter' }).click();
  // Loaded, too: there is no way back from a page that is on its way.
  await page.waitForURL((url) => Boolean(url.searchParams.get('field')));
  await page.goBack();
  expect(new URL(page.url()).searchParams.get('field')).toBeNull();
});

test('a keyboard alone reaches the content, the menu and the map', async () => {
  const page = await browser.open(`${inject('real')}/en`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  const focused: string[] = [];
  for (let tabs = 0; tabs < 200; tabs += 1) {
    await page.keyboard.press('Tab');
    focused.push((await page.evaluate(() => document.activeElement?.getAttribute('href'))) ?? '');
  }
  expect(focused).toContain('/en/municipalities/fier');
});
