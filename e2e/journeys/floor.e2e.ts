import { beforeAll, describe, expect, inject, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork, type AtWork } from '../support/workspace.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 740 } };

/** A meeting of the demonstration whose floor is open. */
const meeting = 'ullimare-takim-me-te-rinjte';

let moderator: AtWork;
let coordinator: AtWork;

beforeAll(async () => {
  moderator = await startWork(browser, 'facilitatore', 'sq', phone);
  coordinator = await startWork(browser, 'koordinatore', 'en', phone);
});

describe.each([
  {
    language: 'sq',
    javaScriptEnabled: true,
    question: 'Kush e mban çelësin e sallës?',
    poll: { sq: 'A vijmë prapë?', en: 'Do we meet again?' },
  },
  {
    language: 'en',
    javaScriptEnabled: false,
    question: 'Who keeps the key of the hall?',
    poll: { sq: 'A mjafton një orë?', en: 'Is one hour enough?' },
  },
] as const)('a participant with a phone, in $language (JavaScript: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled, question, poll } = given;
  const t = translator(language);

  test('asks, supports and answers, while the moderator runs the floor', async () => {
    const floor = `${inject('demo')}/${language}/events/${meeting}/floor`;
    const page = await browser.open(floor, { ...phone, javaScriptEnabled });
    const main = page.getByRole('main');
    await main.getByRole('link', { name: t('floor.ask') }).click();
    const text = main.getByLabel(t('floor.question'));
    await main.getByRole('button', { name: t('floor.send') }).click();
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    await text.fill(question);
    await main.getByRole('button', { name: t('floor.send') }).click();
    expect(await main.innerText()).toContain(t('floor.done.asked'));
    expect(await main.innerText()).not.toContain(question);

    await letThrough(question);
    await page.goto(floor);
    const asked = main.getByRole('listitem').filter({ hasText: question });
    await asked.getByRole('button', { name: t('floor.support') }).click();
    await asked.getByText(t('floor.counted')).waitFor();

    await openPoll(poll);
    await page.goto(floor);
    const card = main.getByRole('article').filter({ hasText: poll[language] });
    await card.getByRole('button', { name: t('floor.poll.send') }).click();
    expect(await card.innerText()).toContain(t('floor.fault.choose'));
    await card.getByLabel('Po').or(card.getByLabel('Yes')).first().check();
    await card.getByRole('button', { name: t('floor.poll.send') }).click();
    expect(await main.innerText()).toContain(t('floor.done.voted'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('what came of a conclusion is linked to a signature, and everyone reads it in both languages', async () => {
  const { main, field, t } = coordinator;
  await coordinatorAt('Unsigned contracts are monitored');
  await field(t('conclusion.dated')).fill('2021-07');
  await field(t('conclusion.outcome-sq')).fill('Nënshkroi edhe Arëgjati.');
  await field(t('conclusion.outcome-en')).fill('Arëgjatë signed as well.');
  await field(t('conclusion.link-where')).selectOption('aregjate');
  await main.getByRole('button', { name: t('conclusion.link-show') }).click();
  expect(await field(t('conclusion.outcome-en')).inputValue()).toBe('Arëgjatë signed as well.');
  const link = field(t('conclusion.link'));
  const options = await link.locator('option').allInnerTexts();
  await link.selectOption({
    label: options.find((label) => label.includes(`${t('signing.signed')}, July 2021`)) ?? '',
  });
  await main.getByRole('button', { name: t('conclusion.publish-outcome') }).click();
  expect(await main.innerText()).toContain('Arëgjatë signed as well.');
  for (const [language, words] of [
    ['sq', 'Nënshkroi edhe Arëgjati.'],
    ['en', 'Arëgjatë signed as well.'],
  ] as const) {
    const reader = await browser.open(
      `${inject('demo')}/${language}/conclusions?municipality=aregjate`,
      phone,
    );
    const outcome = reader.getByRole('listitem').filter({ hasText: words }).last();
    await outcome.getByRole('link').click();
    expect(new URL(reader.url()).pathname).toBe(`/${language}/contracts/aregjate-2021`);
    expect(await reader.getByRole('main').innerText()).toContain(words);
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});

async function coordinatorAt(statement: string): Promise<void> {
  const { page, main } = coordinator;
  await page.goto(`${inject('demo')}/en/work/conclusions`);
  await main.getByRole('link', { name: statement }).click();
}

async function letThrough(question: string): Promise<void> {
  const { page, main, t } = moderator;
  await page.goto(`${inject('demo')}/sq/work/events/${meeting}/floor`);
  const waiting = main.getByRole('listitem').filter({ hasText: question });
  await waiting.getByRole('button', { name: t('floor.judge.show') }).click();
  const answered = `${RegExp.escape(t('floor.judge.answered'))}.*${RegExp.escape(question)}`;
  await main.getByRole('button', { name: new RegExp(answered) }).waitFor();
}

async function openPoll(words: { sq: string; en: string }): Promise<void> {
  const { main, field, t } = moderator;
  await field(t('floor.poll.question-sq')).fill(words.sq);
  await field(t('floor.poll.question-en')).fill(words.en);
  await field(t('floor.poll.options-sq')).fill('Po\nJo');
  await field(t('floor.poll.options-en')).fill('Yes\nNo');
  await main.getByRole('button', { name: t('floor.poll.add') }).click();
  const poll = main.getByRole('listitem').filter({ hasText: words.sq });
  await poll.getByRole('button', { name: t('floor.poll.do-open') }).click();
  await poll.getByRole('button', { name: t('floor.poll.do-close') }).waitFor();
}
