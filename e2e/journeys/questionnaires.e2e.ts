import { expect, inject, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork } from '../support/workspace.ts';

const browser = useBrowser();

// A questionnaire from its first question to its results; two answer on a telephone, three on paper.
const question = { sq: 'A pini ujë nga çezma?', en: 'Do you drink tap water?' };
const options = { sq: ['Po', 'Jo'], en: ['Yes', 'No'] } as const;
const words = { sq: 'Si është uji?', en: 'How is the water?' };
let atWork = '';
let code = '';

test('a facilitator writes it and opens it', async () => {
  const { page, main, field, goTo, path, t } = await startWork(browser, 'facilitatore', 'sq');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  await goTo('questionnaires.title');
  await main.getByRole('link', { name: t('questionnaires.new') }).click();
  await field(t('questionnaires.words.title-sq')).fill('Uji i pijshëm');
  await field(t('questionnaires.words.title-en')).fill('Drinking water');
  await field(t('questionnaires.words.purpose-sq')).fill('Për takimin e muajit');
  await press(t('questionnaires.make'));
  await page.waitForURL('**/edit');
  atWork = path().replace(/\/edit$/, '');
  await field(t('questionnaires.question.text-sq')).fill(question.sq);
  await field(t('questionnaires.question.text-en')).fill(question.en);
  await field(t('questionnaires.question.required')).check();
  await field(t('questionnaires.question.options-sq')).fill('Po');
  await press(t('questionnaires.question.add'));
  const choices = field(t('questionnaires.question.options-sq'));
  expect(await choices.getAttribute('aria-invalid')).toBe('true');
  expect(await field(t('questionnaires.question.text-sq')).inputValue()).toBe(question.sq);
  await choices.fill(options.sq.join('\n'));
  await field(t('questionnaires.question.options-en')).fill(options.en.join('\n'));
  await press(t('questionnaires.question.add'));
  await field(t('questionnaires.question.kind')).selectOption('text');
  await field(t('questionnaires.question.text-sq')).fill(words.sq);
  await field(t('questionnaires.question.text-en')).fill(words.en);
  await press(t('questionnaires.question.add'));
  await page.goto(`${inject('demo')}${atWork}`);
  await press(t('questionnaires.step.open'));
  const link = await main.getByRole('link', { name: /\/q\// }).getAttribute('href');
  code = link?.split('/').at(-1) ?? '';
  expect(code).toMatch(/^[a-z2-9]{8}$/);
});

test.each([
  { language: 'sq', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const)(
  'a resident answers it on a telephone ($language, JavaScript: $javaScriptEnabled)',
  async ({ language, javaScriptEnabled }) => {
    const t = translator(language);
    const telephone = { viewport: { width: 360, height: 640 }, locale: language, javaScriptEnabled };
    const page = await browser.open(`${inject('demo')}/q/${code}`, telephone);
    const main = page.getByRole('main');
    expect(new URL(page.url()).pathname).toBe(`/${language}/questionnaires/${code}`);
    const send = main.getByRole('button', { name: t('questionnaires.send') });
    await main.getByLabel(words[language]).fill('I pastër');
    await send.click();
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#q1');
    expect(await main.getByLabel(words[language]).inputValue()).toBe('I pastër');
    if (javaScriptEnabled) {
      const slides = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(slides).toBe(false);
    }
    await main.getByRole('radio', { name: options[language][0] }).check();
    await send.click();
    await main.getByText(t('questionnaires.thanks.title'), { exact: true }).waitFor();
  },
);

test('a facilitator types answers from paper in by the keyboard alone', async () => {
  const { page, main, t } = await startWork(browser, 'facilitatore', 'sq');
  const { keyboard } = page;
  await page.goto(`${inject('demo')}${atWork}/paper`);
  for (const [count, digit] of ['1', '2', '2'].entries()) {
    // The first question has the focus; a digit answers it and goes on.
    await keyboard.press(digit);
    await keyboard.type('Ka erë');
    await keyboard.press('Control+Enter');
    await main.getByText(t('questionnaires.paper.count', { count: count + 1 })).waitFor();
  }
});

test('an editor closes it and publishes its results, which say how many answered, and that these chose to', async () => {
  const { page, main, t } = await startWork(browser, 'redaktore', 'en', { javaScriptEnabled: false });
  await page.goto(`${inject('demo')}${atWork.replace('/sq/', '/en/')}/results`);
  await main
    .getByRole('button', { name: t('questionnaires.review.do-accepted') })
    .first()
    .click();
  await page.goto(`${inject('demo')}${atWork.replace('/sq/', '/en/')}`);
  await main.getByRole('button', { name: t('questionnaires.step.close') }).click();
  await main.getByRole('button', { name: t('questionnaires.step.publish') }).click();
  await main
    .getByRole('link', { name: t('questionnaires.results.see') })
    .last()
    .waitFor();
  await page.waitForLoadState();

  const visitor = await browser.open(`${inject('demo')}/en/questionnaires/${code}`);
  const text = () => visitor.getByRole('main').innerText();
  expect(await text()).toContain(t('questionnaires.closed.title'));
  await visitor.getByRole('link', { name: t('questionnaires.results.see') }).click();
  await visitor.waitForURL('**/results');
  const results = await text();
  expect(results).toContain(t('questionnaires.self-selected.title', { n: 5, online: 2, paper: 3 }));
  expect(results).toContain(t('questionnaires.self-selected.text'));
  expect(results).toContain(t('questionnaires.answered', { n: 5, online: 2, paper: 3 }));
  const row = visitor.getByRole('row', { name: /^Yes/ });
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['3', '60%', '2', '1']);
});
