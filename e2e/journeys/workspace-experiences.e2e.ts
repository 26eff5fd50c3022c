import { describe, expect, inject, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork } from '../support/workspace.ts';

const browser = useBrowser();

describe.each(languages)('in %s', (language) => {
  // In English it goes without JavaScript, and about another experience.
  const options = { javaScriptEnabled: language === 'sq', viewport: { width: 360, height: 800 } };
  const experience = { sq: 'tabela-e-kerkesave', en: 'mbetjet-ne-sezon' }[language];
  const words = { sq: 'E varëm te hyrja; erdhën më shumë.', en: 'We hung it at the door; more came.' }[
    language
  ];

  test('a town hall reads an experience and says that it tried it; once its editor has read that, everyone sees who learned', async () => {
    const site = `${inject('demo')}/${language}`;
    const contact = await startWork(browser, 'bashkia', language, options);
    const { t, main } = contact;
    await contact.page.goto(`${site}/experiences/${experience}`);
    await main.getByRole('link', { name: t('experience.we-tried') }).click();
    await main.getByRole('button', { name: t('experience.hand-in') }).click();
    await main.locator('#outcome-error').waitFor();
    await main.getByRole('radio', { name: t('experience.went.worked'), exact: true }).check();
    await main.locator(`[name=statement_${language}]`).fill(words);
    await main.getByRole('button', { name: t('experience.hand-in') }).click();
    expect(await main.innerText()).toContain(t('experience.waits'));
    expect(await main.getByRole('button', { name: t('context.publish') }).count()).toBe(0);
    const path = new URL(contact.page.url()).pathname;

    const before = await browser.open(`${site}/experiences/${experience}`, options);
    expect(await before.getByRole('main').innerText()).not.toContain(words);

    const editor = await startWork(browser, 'redaktore', language, options);
    await editor.page.goto(`${site}/work`);
    expect(await editor.main.innerText()).toContain(t('work.task.try-review'));
    await editor.page.goto(`${inject('demo')}${path}`);
    await editor.main.getByRole('button', { name: t('context.publish') }).click();

    const after = await browser.open(`${site}/experiences/${experience}`, options);
    const lineage = after.locator('.lineage');
    expect(await lineage.innerText()).toContain(words);
    expect(await lineage.locator('svg').textContent()).toContain('Ullimarë');
    const slides = await after.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(slides).toBe(false);
  });
});
