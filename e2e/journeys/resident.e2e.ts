import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();

// A resident with a cheap phone, once with JavaScript and once without: the same way must lead to the same place.
describe.each([true, false])('a resident (JavaScript: %s)', (javaScriptEnabled) => {
  test('finds what became of a promise in Fier, in Albanian', async () => {
    const page = await browser.open(inject('real'), {
      viewport: { width: 360, height: 740 },
      locale: 'sq-AL',
      javaScriptEnabled,
    });
    expect(new URL(page.url()).pathname).toBe('/sq');
    await page.getByRole('link', { name: 'Të gjitha bashkitë' }).click();
    await page.getByLabel('Emri i bashkisë').fill('fie');
    await page.getByLabel('Emri i bashkisë').press('Enter');
    await page
      .getByRole('row', { name: /^Fier\b/ })
      .getByRole('link', { name: 'Fier', exact: true })
      .click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Fier');
    await page.getByRole('link', { name: /qendër pritëse/i }).click();
    expect(await page.locator('main').textContent()).toContain('Nuk është adresuar');
    const permalink = page.getByRole('link', { name: '2019–2020' });
    await permalink.click();
    expect(new URL(page.url()).pathname).toBe('/sq/priorities/fier-2019-3/2019-2020/1');
  });

  test('reads the other language, which is remembered', async () => {
    const page = await browser.open(`${inject('real')}/sq/contracts/fier-2019`, { javaScriptEnabled });
    await page.getByRole('link', { name: 'English' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/en/contracts/fier-2019');
    await page.goto(inject('real'));
    expect(new URL(page.url()).pathname).toBe('/en');
  });
});

test('the list narrows as one types, without diacritics, and says how many are left', async () => {
  const page = await browser.open(`${inject('real')}/sq/municipalities`);
  await page.getByLabel('Emri i bashkisë').pressSequentially('permet');
  await expect.poll(() => page.locator('#municipality-list tbody tr:visible').count()).toBe(1);
  await expect.poll(() => page.locator('.live-filter').textContent()).toContain('1');
});
