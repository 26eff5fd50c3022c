import { describe, expect, inject, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork, typeDate } from '../support/workspace.ts';

const browser = useBrowser();

describe.each(languages)('in %s', (language) => {
  // There is one contract that waits: it is sent back and comes again in the first language, and is approved in the second.
  test('a coordinator opens the contract that waits, and answers it', async () => {
    const { t, main, field, path } = await startWork(browser, 'koordinatore', language);
    await main.getByRole('link', { name: t('work.task.contract-to-approve') }).click();
    const contract = path();
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toContain('Kreshmirë');
    if (language === 'en') {
      await main.getByRole('button', { name: t('drafting.approve', { number: '' }).trim() }).click();
      expect(await main.innerText()).toContain(t('drafting.next.approved'));
      return;
    }
    const sendBack = main.getByRole('button', { name: t('drafting.send-back') });
    await field(t('drafting.words')).fill('  ');
    await sendBack.click();
    expect(await field(t('drafting.words')).getAttribute('aria-invalid')).toBe('true');
    await field(t('drafting.words')).fill('Shkruani edhe kush e bën.');
    await sendBack.click();

    const editor = await startWork(browser, 'redaktore', language);
    await editor.goTo('work.area.contracts');
    await editor.main.getByRole('link', { name: /^Kreshmirë 2027/ }).click();
    expect(editor.path()).toBe(contract);
    expect(await editor.main.innerText()).toContain('Shkruani edhe kush e bën.');
    await editor.main.getByRole('button', { name: t('drafting.submit') }).click();
    expect(await editor.main.innerText()).toContain(t('drafting.next.submitted'));
  });

  test('a coordinator changes the plan of a cycle, and a wrong day is told at its field', async () => {
    const { t, main, field, goTo } = await startWork(browser, 'koordinatore', language);
    await goTo('work.area.cycles');
    await main.getByRole('link', { name: t('work.cycles.change', { mandate: '2027-2031' }) }).click();
    const sign = await field(t('work.step.sign')).inputValue();
    await typeDate(field(t('work.step.listen')), '30.02.2027');
    await main.getByRole('button', { name: t('work.cycles.save') }).click();
    expect(await field(t('work.step.listen')).getAttribute('aria-invalid')).toBe('true');
    expect(await field(t('work.step.listen')).getAttribute('value')).toBe('30.02.2027');
    expect(await field(t('work.step.sign')).inputValue()).toBe(sign);
    await field(t('work.step.listen')).fill('2027-02-27');
    await main.getByRole('button', { name: t('work.cycles.save') }).click();
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(t('work.title'));
  });

  test.each(['bashkia', 'monitor'])(
    '%s finds the contracts of their municipality, and of no other',
    async (who) => {
      const { page, t, main, goTo } = await startWork(browser, who, language);
      expect(await main.getByRole('heading', { level: 2, name: 'Ullimarë' }).count()).toBe(1);
      await goTo('work.area.contracts');
      expect(await main.getByRole('link', { name: /^Ullimarë/ }).count()).toBeGreaterThan(1);
      expect(await main.innerText()).not.toMatch(/Kreshmirë|Kripalë/);
      await main
        .getByRole('link', { name: /^Ullimarë/ })
        .first()
        .click();
      expect(await main.getByRole('heading', { level: 1 }).innerText()).toContain('Ullimarë');
      for (const path of ['listening', 'audit', 'people', 'cycles', 'contracts/record/kreshmire-2023']) {
        const answer = await page.goto(`${inject('demo')}/${language}/work/${path}`);
        expect([path, answer?.status()]).toEqual([path, expect.toBeOneOf([403, 404])]);
        expect(await main.innerText()).not.toContain(t('work.areas'));
      }
    },
  );

  test('an administrator invites to roles of the network, and reads who did what', async () => {
    const { t, main, field, goTo } = await startWork(browser, 'administrator', language);
    await goTo('work.area.people');
    const invite = main.getByRole('button', { name: t('accounts.invite.submit') });
    await field(t('accounts.email')).fill('jo një adresë');
    await invite.click();
    expect(await field(t('accounts.email')).getAttribute('aria-invalid')).toBe('true');
    expect(await field(t('accounts.email')).inputValue()).toBe('jo një adresë');
    await field(t('accounts.email')).fill(`e-ftuar-${language}@demo.example`);
    await field(t('accounts.role')).selectOption('coordinator');
    await invite.click();
    expect(await main.innerText()).toContain(`e-ftuar-${language}@demo.example`);

    await goTo('work.area.audit');
    // Others are at work meanwhile: theirs may stand above it.
    await main.getByRole('row').filter({ hasText: 'Ilir Administratori' }).first().waitFor();
    expect(await main.innerText()).not.toContain(`e-ftuar-${language}@demo.example`);
  });

  test('a resident makes an account with a link, and sees what is stored about them', async () => {
    const t = translator(language);
    const page = await browser.open(`${inject('demo')}/${language}/sign-in`);
    const main = page.getByRole('main');
    await main.getByRole('link', { name: t('accounts.sign-up.offer') }).click();
    await main.getByLabel(t('accounts.name')).fill('Banore e re');
    await main.getByLabel(t('accounts.email')).fill('pa adresë');
    await main.getByRole('button', { name: t('accounts.sign-up.submit') }).click();
    expect(await main.getByLabel(t('accounts.email')).getAttribute('aria-invalid')).toBe('true');
    expect(await main.getByLabel(t('accounts.name')).inputValue()).toBe('Banore e re');
    await main.getByLabel(t('accounts.email')).fill(`banore-${language}@demo.example`);
    await main.getByRole('button', { name: t('accounts.sign-up.submit') }).click();
    expect(await main.getByRole('textbox').count()).toBe(0);

    const known = await startWork(browser, 'banore', language);
    expect(await known.page.getByRole('navigation', { name: t('work.areas') }).count()).toBe(0);
    await known.page.goto(`${inject('demo')}/${language}/account`);
    await known.main.getByRole('link', { name: t('accounts.my-data.see') }).click();
    expect(await known.main.innerText()).toContain('banore@demo.example');
  });
});
