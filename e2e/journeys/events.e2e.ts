import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import ICAL from 'ical.js';
import { translator } from '#i18n/translate.ts';
import { addGatheringPlace, addWorkerAt } from '#testing/factories-gatherings.ts';
import { addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { violationsOn } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { openAs } from '../support/own-work.ts';
import { daysAgo } from '../support/workspace.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 740 } };
let program: OwnProgram;

beforeAll(async () => {
  program = await startOwnProgram();
}, 180_000);

afterAll(() => program.stop());

describe.each([
  { language: 'sq', javaScriptEnabled: true },
  { language: 'en', javaScriptEnabled: false },
] as const)('an event with a phone, in $language (JavaScript: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled } = given;
  const t = translator(language);

  test('is planned, announced, confirmed by its speaker and published', async () => {
    const place = await addGatheringPlace(program.app.db);
    const editor = await addWorkerAt(program.app.db, 'editor', place);
    const accountId = editor.kind === 'account' ? editor.id : '';
    await addGrant(program.app.db, {
      account_id: accountId,
      role: 'editor',
      organisation_id: place.organisation.id,
      municipality_id: place.municipality.id,
    });
    const { page } = await openAs(
      browser,
      program,
      { accountId, language, path: '/work/events' },
      { ...phone, javaScriptEnabled },
    );
    const main = page.getByRole('main');
    const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
    const title = `Buxheti dhe ne (${language})`;
    await main.getByRole('link', { name: t('event.work.plan') }).click();
    await main.locator('#titleSq').fill(title);
    await main.locator('#titleEn').fill(title);
    await main.locator('#startsOn').fill(daysAgo(0));
    await main.locator('#startsAt').fill('10:00');
    await main.locator('#endsAt').fill('09:00');
    await main.locator('#placeSq').fill('Bashkia');
    await press(t('event.work.plan'));
    // An end before the beginning is told at its field, and nothing typed is lost.
    expect(await main.locator('#endsAt').getAttribute('aria-invalid')).toBe('true');
    expect(await main.locator('#titleSq').inputValue()).toBe(title);
    await main.locator('#endsAt').fill('13:00');
    await press(t('event.work.plan'));
    const work = page.url();
    const key = work.split('/').at(-1) ?? '';

    await main.getByRole('link', { name: t('event.work.add-item') }).click();
    await main.locator('#startsAt').fill('10:00');
    await main.locator('#titleSq').fill('Hapja');
    await press(t('event.form.save'));
    await main.getByRole('link', { name: t('event.work.add-person') }).click();
    await main.locator('#name').fill('Ana Leka');
    await press(t('event.form.save'));
    expect(await main.locator('#nameAgreed').getAttribute('aria-invalid')).toBe('true');
    await main.locator('#nameAgreed').check();
    await press(t('event.form.save'));
    await press(t('event.work.announce'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);

    await main.getByRole('link', { name: new RegExp(`^${t('event.speaker.send')}`) }).click();
    await main.locator('#email').fill(`ana-${language}@example.org`);
    await press(t('event.speaker.send'));
    const mail = await program.app.db
      .selectFrom('mail_outbox')
      .select('body_text as text')
      .where('recipient', '=', `ana-${language}@example.org`)
      .executeTakeFirstOrThrow();
    const link = /\/sq(\/speaker\/\S+)/.exec(mail.text)?.[1] ?? '';
    const own = await browser.open(`${program.url}/${language}${link}`, { ...phone, javaScriptEnabled });
    await own.locator('#capacitySq').fill('Arkitekte');
    await own.locator('input[name=attendance][value=online]').check();
    await own.locator('#agreed').check();
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    if (javaScriptEnabled) expect(await violationsOn(own)).toEqual([]);
    await own.getByRole('button', { name: t('event.speaker.confirm') }).click();
    expect(await own.getByRole('main').innerText()).toContain(t('event.speaker.thanks'));

    const address = `${program.url}/${language}/events/${key}`;
    const shown = await browser.open(address, { ...phone, javaScriptEnabled });
    expect(await shown.getByRole('main').innerText()).toContain('Arkitekte');
    expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const calendar = await (await fetch(`${address}/event.ics`)).text();
    const [entry] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
    expect(entry?.getFirstPropertyValue('summary')).toBe(title);

    await page.goto(work);
    await press(t('event.work.publish'));
    await shown.reload();
    expect(await shown.getByRole('main').innerText()).toContain(t('common.sources'));

    // Something was wrong: the editor opens it again, and says why. What it said before stays.
    await press(t('event.work.reopen'));
    await main.getByRole('link', { name: t('event.work.edit') }).click();
    await main.locator('#titleSq').fill('Buxheti ynë');
    await main.locator('#titleEn').fill('Our budget');
    await press(t('event.form.save'));
    expect(await shown.locator('h1').innerText()).toBe(title);
    await main.getByRole('link', { name: t('event.work.correct') }).click();
    await main.locator('#reasonSq').fill('Titulli ishte gabim.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    await press(t('event.work.correct'));
    expect(await main.locator('h1').innerText()).toBe(language === 'sq' ? 'Buxheti ynë' : 'Our budget');
    expect(await main.innerText()).toContain('Titulli ishte gabim.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await main.locator('section[aria-labelledby=corrections]').getByRole('link').click();
    expect(await main.locator('h1').innerText()).toBe(title);
    expect(await main.innerText()).toContain(t('event.version-earlier'));
  });
});
