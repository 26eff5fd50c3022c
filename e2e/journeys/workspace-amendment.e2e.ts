import { describe, expect, inject, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { useBrowser } from '../support/browser.ts';
import { daysAgo, startWork } from '../support/workspace.ts';

const browser = useBrowser();
const record = 'work/contracts/record/ullimare-2027';

describe.each(languages)('in %s', (language) => {
  // In English it goes without JavaScript, and about the next priority.
  const options = { javaScriptEnabled: language === 'sq' };
  const number = languages.indexOf(language) + 1;
  const words = { sq: `Teksti i ri ${number}`, en: `The new text ${number}` };

  test('the town hall reads the contract that was approved and answers an amendment; the public reads the answer', async () => {
    const site = `${inject('demo')}/${language}`;
    const editor = await startWork(browser, 'redaktore', language, options);
    const { t } = editor;
    await editor.page.goto(`${site}/${record}/amendments/new?priority=ullimare-2027-${number}`);
    for (const of of languages) {
      await editor.main.locator(`[name=statement_${of}]`).fill(words[of]);
      await editor.main.locator(`[name=reason_${of}]`).fill('1');
    }
    await editor.main.locator('[name=holds_from]').fill(daysAgo(0));
    await editor.main.getByRole('button', { name: t('amendment.propose') }).click();
    expect(await editor.main.innerText()).toContain(words[language]);

    const contact = await startWork(browser, 'bashkia', language, options);
    const { main, field } = contact;
    await contact.goTo('work.area.contracts');
    await main
      .getByRole('link', { name: /^Ullimarë 2027/ })
      .first()
      .click();
    const paper = await main
      .getByRole('link', {
        name: t('drafting.pdf.for-signature', { language: t(`language.name.${language}`) }),
      })
      .getAttribute('href');
    expect((await contact.page.request.get(inject('demo') + String(paper))).status()).toBe(200);
    expect(await main.getByRole('button').count()).toBe(0);

    await main.getByRole('link', { name: t('drafting.to-signing') }).click();
    expect(await main.getByRole('link', { name: t('signing.work.add') }).count()).toBe(0);
    await main
      .getByRole('link', { name: t('amendment.answer') })
      .first()
      .click();
    const answer = main.getByRole('button', { name: t('amendment.answer') });
    await main.getByRole('radio', { name: t('signing.declined') }).check();
    await field(t('signature.as')).fill('kryetare');
    await answer.click();
    expect(await field(t('signing.work.reason')).getAttribute('aria-invalid')).toBe('true');
    expect(await field(t('signature.as')).inputValue()).toBe('kryetare');
    await field(t('signing.work.reason')).fill(`Pa buxhet ${number}`);
    await answer.click();
    expect(await main.innerText()).toContain(`Pa buxhet ${number}`);

    const page = await browser.open(`${site}/priorities/ullimare-2027-${number}`, options);
    expect(await page.getByRole('main').innerText()).toContain(`Pa buxhet ${number}`);
  });
});
