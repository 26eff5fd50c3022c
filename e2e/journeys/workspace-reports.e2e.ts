import { describe, expect, inject, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { violationsOn } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork } from '../support/workspace.ts';

const browser = useBrowser();
const year = { mandate: '2023-2027', number: 2, round: '2024-2025' };
const places = { sq: 'ullimare', en: 'kreshmire' } as const;
const names = { sq: 'Ullimarë', en: 'Kreshmirë' } as const;

describe.each(languages)('in %s', (language) => {
  // In English it goes without JavaScript.
  const options = { javaScriptEnabled: language === 'sq', viewport: { width: 360, height: 800 } };
  const words = { sq: 'Fjala e redaktores për këtë vit', en: 'The editor’s word on this year' }[language];

  test('an editor writes a foreword and sees it in the report and its PDF; a coordinator makes it public', async () => {
    const editor = await startWork(browser, 'redaktore', language, options);
    const { page, main, t, field } = editor;
    const site = inject('demo');
    await page.goto(`${site}/${language}/work/reports`);
    await main
      .getByRole('link', { name: t('reports.work.round', { number: year.number, mandate: '2023–2027' }) })
      .click();
    await main.getByRole('link', { name: names[language] }).click();
    const form = page.url();
    const own = t(language === 'sq' ? 'reports.work.foreword-sq' : 'reports.work.foreword-en');
    await field(own).fill(words);
    await main.getByRole('button', { name: t('reports.work.save') }).click();
    await main.getByRole('heading', { name: t('reports.work.preview') }).waitFor();
    expect(await main.innerText()).toContain(words);
    // Who wrote the text last does not make it public.
    expect(await main.getByRole('button', { name: t('reports.work.publish') }).count()).toBe(0);
    if (options.javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);

    const draft = await main.getByRole('link', { name: t('reports.work.pdf') }).getAttribute('href');
    const paper = await page.request.get(site + String(draft));
    expect(readPdf(await paper.body()).text).toContain(words);
    const report = `${site}/${language}/municipalities/${places[language]}/reports/${year.round}`;
    const reader = await browser.open(report, options);
    expect(await reader.getByRole('main').innerText()).not.toContain(words);

    const coordinator = await startWork(browser, 'koordinatore', language, options);
    await coordinator.page.goto(form);
    await coordinator.main.getByRole('button', { name: t('reports.work.publish') }).click();
    await coordinator.main.getByText(t('reports.work.published')).waitFor();

    await reader.reload();
    expect(await reader.getByRole('main').innerText()).toContain(words);
    if (options.javaScriptEnabled) expect(await violationsOn(reader)).toEqual([]);
    const wide = await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const href = await reader.getByRole('link', { name: t('reports.download.pdf') }).getAttribute('href');
    const pdf = readPdf(await (await reader.request.get(site + String(href))).body());
    expect(pdf.isTagged).toBe(true);
    expect(pdf.text).toContain(words);
  });
});
