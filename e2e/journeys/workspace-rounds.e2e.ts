import { describe, expect, inject, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { violationsOn } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork } from '../support/workspace.ts';

const browser = useBrowser();

describe.each(languages)('in %s', (language) => {
  // In English it goes without JavaScript, and is about another year.
  const options = { javaScriptEnabled: language === 'sq', viewport: { width: 360, height: 800 } };
  const number = { sq: 3, en: 4 }[language];

  test('a coordinator opens a round and assigns people; the public reads until when it takes what', async () => {
    const { page, t, main, field, goTo } = await startWork(browser, 'koordinatore', language, options);
    await goTo('work.area.rounds');
    await main.getByRole('link', { name: t('rounds.open-new') }).click();
    await field(t('rounds.number')).fill(String(number));
    await field(t('rounds.starts')).fill(`20${number + 26}-09`);
    await field(t('rounds.ends')).fill(`20${number + 27}-09`);
    const days = { evidence: '01', coding: '20', reply: '10', publication: '30' };
    for (const [name, day] of Object.entries(days)) {
      await main.locator(`[name=${name}]`).fill(`20${number + 27}-10-${day}`);
    }
    const open = main.getByRole('button', { name: t('rounds.open') });
    await open.click();
    // The reply is to be there after the coding: what was typed is still there, with what is wrong.
    expect(await main.locator('[name=reply]').getAttribute('aria-invalid')).toBe('true');
    expect(await field(t('rounds.number')).inputValue()).toBe(String(number));
    await main.locator('[name=reply]').fill(`20${number + 27}-10-25`);
    await open.click();
    await main
      .getByRole('heading', { level: 1, name: t('rounds.round', { number, mandate: '2027–2031' }) })
      .waitFor();
    if (language === 'sq') expect(await violationsOn(page)).toEqual([]);

    await main.getByRole('link', { name: 'Ullimarë', exact: true }).click();
    await main.getByRole('link', { name: t('rounds.assign-many') }).click();
    const [luan] = await main.locator('[name=monitor] option', { hasText: 'Luan' }).all();
    await main.locator('[name=monitor]').selectOption((await luan?.getAttribute('value')) ?? '');
    await main.getByRole('button', { name: t('rounds.assign') }).click();
    expect(await main.innerText()).toContain('Luan Monitoruesi');
    if (language === 'sq') expect(await violationsOn(page)).toEqual([]);

    await main.getByRole('link', { name: t('rounds.proposal') }).click();
    await main.getByRole('heading', { level: 1, name: t('rounds.proposal') }).waitFor();
    expect(await main.getByRole('table').first().innerText()).toContain('Luan Monitoruesi');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);

    const visitor = await browser.open(`${inject('demo')}/${language}/monitoring`, options);
    expect(await visitor.getByRole('main').innerText()).toContain(
      t('rounds.round', { number, mandate: '2027–2031' }),
    );
  });
});
