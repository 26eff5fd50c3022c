import { beforeAll, describe, expect, inject, test } from 'vitest';
import { outcomeKey, type Outcome } from '#features/disputes/dispute.ts';
import { languages } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { violationsOn } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { startWork, type AtWork } from '../support/workspace.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 740 } };

const reasons = { sq: 'Siç tregojnë fotografitë.', en: 'As the photographs show.' };
const rationales = {
  sq: 'U korrigjua: fshati është Lisgjatë.',
  en: 'Corrected: the village is Lisgjatë.',
};

let editor: AtWork;
let coordinators: Record<'sq' | 'en', AtWork>;

beforeAll(async () => {
  editor = await startWork(browser, 'redaktore', 'sq');
  coordinators = {
    sq: await startWork(browser, 'koordinatore', 'sq', phone),
    en: await startWork(browser, 'koordinatore', 'en', phone),
  };
});

describe.each([
  {
    language: 'sq',
    javaScriptEnabled: false,
    priority: 'kreshmire-2023-7',
    statement: 'Puna nuk ka filluar, thotë Dikush.',
    published: 'Puna nuk ka filluar.',
    outcome: 'rejected',
  },
  {
    language: 'en',
    javaScriptEnabled: true,
    priority: 'kreshmire-2023-6',
    statement: 'The rationale names the wrong village, says Somebody.',
    published: 'The rationale names the wrong village.',
    outcome: 'upheld',
  },
] as const)('a resident with a phone, in $language (JavaScript: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled, priority, statement, published, outcome } = given;
  const t = translator(language);

  test(`disputes a status and follows by the receipt how it is ${outcome}`, async () => {
    const address = `${inject('demo')}/${language}/priorities/${priority}`;
    const page = await browser.open(address, { ...phone, javaScriptEnabled });
    const main = page.getByRole('main');
    await main
      .getByRole('link', { name: t('disputes.dispute') })
      .first()
      .click();
    await main.getByLabel(t('disputes.ground.wording')).check();
    await main.getByRole('button', { name: t('disputes.send') }).click();
    const text = main.getByLabel(new RegExp(`^${t('disputes.statement')}`));
    expect(await text.getAttribute('aria-invalid')).toBe('true');
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await text.fill(statement);
    await main.getByRole('button', { name: t('disputes.send') }).click();
    await main.getByText(t('disputes.receipt.received', {}), { exact: true }).waitFor();
    const receipt = page.url();
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

    const work = await admit(statement, published, language);
    await page.goto(address);
    expect(await main.innerText()).toContain(published);
    expect(await main.innerText()).not.toContain(statement);
    expect(await main.getByText(t('status.contested'), { exact: true }).count()).toBeGreaterThan(0);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);

    await decide(work, outcome, language);
    await page.goto(receipt);
    expect(await main.innerText()).toContain(t(outcomeKey(outcome)));
    expect(await main.innerText()).toContain(reasons[language]);
    await page.goto(address);
    expect(await main.getByText(t('status.contested'), { exact: true }).count()).toBe(0);
    expect(await main.getByText(t('version.dispute'), { exact: true }).count()).toBe(
      outcome === 'upheld' ? 1 : 0,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

/** An editor reads what came, takes the name out of it, and lets it into the record. @returns its path in the workspace */
async function admit(statement: string, published: string, language: 'sq' | 'en'): Promise<string> {
  const { main, t, goTo, path, page } = editor;
  await goTo('work.area.disputes');
  const links = await main
    .getByRole('link')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  for (const link of links.filter((one) => /\/work\/disputes\/[0-9a-f-]{36}$/.test(one))) {
    await page.goto(`${inject('demo')}${link}`);
    if ((await main.innerText()).includes(statement)) break;
  }
  const field = t(language === 'sq' ? 'disputes.work.statement-sq' : 'disputes.work.statement-en');
  await main.getByLabel(new RegExp(`^${field}`)).fill(published);
  await main.getByRole('button', { name: t('disputes.work.admit-submit') }).click();
  await main.getByRole('heading', { name: t('disputes.work.decide'), exact: true }).waitFor();
  return path().replace('/sq/', `/${language}/`);
}

/** A coordinator, who coded nothing of it, decides. */
async function decide(work: string, outcome: Outcome, language: 'sq' | 'en'): Promise<void> {
  const { page, main, t } = coordinators[language];
  await page.goto(`${inject('demo')}${work}`);
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await main.getByLabel(t(outcomeKey(outcome)), { exact: true }).check();
  for (const one of languages) {
    await main.getByLabel(new RegExp(`^${t(`disputes.work.reason-${one}`)}`)).fill(reasons[one]);
    await main.getByLabel(new RegExp(`^${t(`disputes.work.rationale-${one}`)}`)).fill(rationales[one]);
  }
  await main.getByRole('button', { name: t('disputes.work.decide-submit') }).click();
  await main.getByText(t('disputes.state.decided'), { exact: true }).waitFor();
}
