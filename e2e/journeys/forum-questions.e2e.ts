import { beforeAll, describe, expect, inject, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork, typeDate, type AtWork } from '../support/workspace.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 740 } };

let editor: AtWork;
/** Path of the forum's page, without the language. */
let forum = '';

// The forum itself: an editor plans it, and everyone is told.
beforeAll(async () => {
  editor = await startWork(browser, 'redaktore', 'sq');
  const { page, main, field, goTo, t } = editor;
  await goTo('work.area.forums');
  await main.getByRole('link', { name: t('forum.plan') }).click();
  await field(t('municipality.one')).selectOption({ label: 'Kreshmirë' });
  await typeDate(field(t('event.when')), '2027-05-02');
  await field(t('event.where')).fill('Kinema e qytetit');
  await main.getByRole('button', { name: t('forum.plan') }).click();
  await main.getByRole('button', { name: t('forum.announce') }).click();
  const address = await main.getByRole('link', { name: t('forum.see-public') }).getAttribute('href');
  forum = (address ?? '').replace('/sq', '');
  await main.getByRole('link', { name: t('forum.questions') }).click();
  expect(page.url()).toContain('/questions');
});

describe.each([
  { language: 'sq', javaScriptEnabled: true, question: 'Kur rregullohet rruga e shkollës?' },
  { language: 'en', javaScriptEnabled: false, question: 'Who pays for the bus to the villages?' },
] as const)('a resident with a phone, in $language (JavaScript: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled, question } = given;
  const t = translator(language);

  test('asks the candidates a question, and support for it is counted once', async () => {
    const page = await browser.open(`${inject('demo')}/${language}/forums`, { ...phone, javaScriptEnabled });
    const main = page.getByRole('main');
    await main.locator(`a[href="/${language}${forum}"]`).click();
    await main.getByRole('link', { name: t('forum.ask') }).click();
    const send = main.getByRole('button', { name: t('forum.send') });
    const text = main.getByLabel(t('forum.question'));
    await send.click();
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    await text.fill(question);
    await send.click();
    expect(await main.innerText()).toContain(t('forum.sent'));
    await page.goto(`${inject('demo')}/${language}${forum}`);
    expect(await main.innerText()).not.toContain(question);

    await letThrough(question);
    await page.reload();
    const asked = main.getByRole('listitem').filter({ hasText: question });
    await asked.getByRole('button', { name: t('forum.support') }).click();
    expect(await asked.innerText()).toContain(t('forum.counted'));
    expect(await asked.innerText()).toContain(t('forum.supports', { count: 1 }));
    await page.goto(`${inject('demo')}/${language}${forum}`);
    await asked.getByRole('button', { name: t('forum.support') }).click();
    expect(await asked.innerText()).toContain(t('forum.supports', { count: 1 }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

/** The moderator, who has the page open, sees what came and lets it through. */
async function letThrough(question: string): Promise<void> {
  const { page, main, t } = editor;
  await page.reload();
  const waiting = main.getByRole('listitem').filter({ hasText: question });
  await waiting.getByRole('button', { name: t('forum.let-through') }).click();
  expect(await waiting.innerText()).toContain(t('forum.unanswered'));
}
