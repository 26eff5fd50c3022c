import { beforeAll, describe, expect, inject, test } from 'vitest';
import { answerKey } from '#features/voice/answer.ts';
import { translator } from '#i18n/translate.ts';
import { violationsOn } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork, type AtWork } from '../support/workspace.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 740 } };

let editor: AtWork;

beforeAll(async () => {
  editor = await startWork(browser, 'redaktore', 'sq');
});

describe.each([
  {
    language: 'sq',
    javaScriptEnabled: true,
    priority: 'kreshmire-2023-9',
    sentence: 'Dera e kopshtit mbetet e mbyllur.',
  },
  {
    language: 'en',
    javaScriptEnabled: false,
    priority: 'kreshmire-2023-8',
    sentence: 'We still wait for it here.',
  },
] as const)('a resident with a phone, in $language (JavaScript: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled, priority, sentence } = given;
  const t = translator(language);

  test('says how it is where they live, changes that, and is read once an editor has looked', async () => {
    const address = `${inject('demo')}/${language}/priorities/${priority}`;
    const page = await browser.open(address, { ...phone, javaScriptEnabled });
    const main = page.getByRole('main');
    await main.getByRole('link', { name: t('voice.give') }).click();
    const answered = (answer: 'no' | 'partly') => main.getByLabel(t(answerKey(answer)), { exact: true });
    await main.getByRole('button', { name: t('voice.send') }).click();
    expect(await main.innerText()).toContain(t('form.fault.choice'));
    expect(await page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: 'pop_voice' }));
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await answered('no').check();
    await main.getByLabel(new RegExp(`^${t('voice.sentence')}`)).fill(sentence);
    await main.getByRole('button', { name: t('voice.send') }).click();
    await main.getByText(t('voice.thanks.title', { answer: t('voice.answer.no') })).waitFor();
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'pop_voice');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    await answered('partly').check();
    await main.getByRole('button', { name: t('voice.change') }).click();
    await main.getByText(t('voice.thanks.title', { answer: t('voice.answer.partly') })).waitFor();
    await page.goto(address);
    expect(await main.innerText()).not.toContain(sentence);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    await letThrough(sentence);
    await page.reload();
    expect(await main.innerText()).toContain(t('voice.self-selected', { n: 1 }));
    expect(await main.innerText()).toContain(sentence);
    expect(await main.innerText()).toContain(t('voice.answered', { answer: t('voice.answer.partly') }));
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
  });
});

/** An editor finds the sentence in the queue, and lets it be seen. */
async function letThrough(sentence: string): Promise<void> {
  const { page, main, t, goTo } = editor;
  await goTo('work.area.voice');
  await main.getByRole('link', { name: sentence }).click();
  await main.getByLabel(t('voice.work.show'), { exact: true }).check();
  await main.getByRole('button', { name: t('voice.work.decide') }).click();
  await page.waitForURL('**/work/voice');
}
