import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { cancelByLink } from '#features/registration/server/managing.ts';
import { register } from '#features/registration/server/registering.ts';
import { saveSettings } from '#features/registration/server/settings.ts';
import { linkToken } from '#features/registration/server/token.ts';
import { translator } from '#i18n/translate.ts';
import {
  addGathering,
  addGatheringPlace,
  addWorkerAt,
  type GatheringPlace,
} from '#testing/factories-gatherings.ts';
import { addGrant } from '#testing/factories.ts';
import { signIn } from '#testing/sign-in.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';

const browser = useBrowser();
let program: OwnProgram;
let place: GatheringPlace;
let editor: Actor;

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

beforeAll(async () => {
  program = await startOwnProgram();
  place = await addGatheringPlace(program.app.db);
  editor = await addWorkerAt(program.app.db, 'editor', place);
});
afterAll(() => program.stop());

/** A gathering in a month, with so many places on site. */
async function openGathering(onSite: number) {
  const day = dayFromNow(30);
  const plan = await addGathering(program.app.db, place, {
    municipality_id: place.municipality.id,
    starts_on: day,
    ends_on: day,
  });
  const times = { opensOn: dayFromNow(-2), opensAt: '08:00', closesOn: day, closesAt: '10:00' };
  const asks = ['sex', 'municipality', 'access-needs'] as const;
  const settings = { ...times, onSite, online: null, confirmHours: null, keepDays: 30, asks: [...asks] };
  await saveSettings(program.app, editor, plan.key, settings);
  return plan;
}

async function registerBefore(key: string, name: string) {
  const command = {
    name,
    email: `${name.replace(/\W/g, '')}@example.org`,
    mode: 'on-site' as const,
    sex: null,
    ageBand: null,
    municipality: null,
    organisationKind: null,
    accessNeeds: '',
    website: '',
  };
  await register(program.app, key, { command, typed: {}, language: 'sq', address: '192.0.2.1' });
  const { db } = program.app;
  return db.selectFrom('registration').select('id').where('name', '=', name).executeTakeFirstOrThrow();
}

test.each(['sq', 'en'] as const)(
  'on a telephone somebody registers, waits, moves up and cancels by the link of the mail (%s)',
  async (language) => {
    const t = translator(language);
    const { app, url } = program;
    const { key } = await openGathering(1);
    const first = await registerBefore(key, `Ana ${language}`);
    const telephone = { viewport: { width: 360, height: 640 }, locale: language };
    const page = await browser.open(`${url}/${language}/events/${key}/register`, telephone);
    const main = page.getByRole('main');
    const slides = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    const text = () => main.innerText();
    expect(await text()).toContain(t('registration.free.none'));
    await main.getByLabel(t('registration.name')).fill('Besa Çela');
    await main.getByRole('button', { name: t('registration.send') }).click();
    await page.getByRole('alert').getByRole('link').first().waitFor();
    expect(await main.getByLabel(t('registration.name')).inputValue()).toBe('Besa Çela');
    expect(await slides()).toBe(false);
    await main.getByLabel(t('registration.email')).fill(`besa-${language}@example.org`);
    await main.getByRole('radio', { name: t('registration.mode.on-site') }).check();
    await main.getByRole('button', { name: t('registration.send') }).click();
    await main.getByText(t('registration.sent.title'), { exact: true }).waitFor();

    const mail = await app.db
      .selectFrom('mail_outbox')
      .select('body_text as body')
      .where('recipient', '=', `besa-${language}@example.org`)
      .executeTakeFirstOrThrow();
    const link = /https?:\S+\/registrations\/\S+/.exec(mail.body)?.[0] ?? '';
    await page.goto(link);
    expect(await text()).toContain(t('registration.state.waiting'));
    await cancelByLink(app, { token: linkToken(app, first.id), address: '192.0.2.2' });
    await page.reload();
    expect(await text()).toContain(t('registration.state.place'));
    await main.getByRole('img', { name: t('registration.code.label', { name: 'Besa Çela' }) }).waitFor();
    expect(await slides()).toBe(false);
    await main.getByRole('button', { name: t('registration.cancel.send') }).click();
    await main.getByText(t('registration.state.cancelled'), { exact: true }).waitFor();
  },
);

test('door staff check people in without a network; it is sent when there is one again, and signing out clears it', async () => {
  const t = translator('sq');
  const { app, url } = program;
  const { key } = await openGathering(10);
  const [ana, beni] = [await registerBefore(key, 'Ana Çelë'), await registerBefore(key, 'Beni')];
  const staff = await addWorkerAt(app.db, 'facilitator', place);
  if (staff.kind !== 'account') throw new Error('a worker has an account');
  await addGrant(app.db, {
    account_id: staff.id,
    role: 'facilitator',
    organisation_id: place.organisation.id,
  });
  const cookie = await signIn(app, staff.id);
  const [name = '', value = ''] = cookie.split('=', 2);
  const page = await browser.open(`${url}/sq`, { viewport: { width: 360, height: 640 }, locale: 'sq' });
  await page.context().addCookies([{ name, value, url }]);
  await page.goto(`${url}/sq/work/events/${key}/door`);
  const list = page.locator('[data-door-list]');
  const state = page.locator('[data-door-state]');
  await state.getByText(t('registration.door.sent')).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await page.context().setOffline(true);
  await page.reload();
  await page.getByLabel(t('registration.door.search')).fill('cele');
  expect(await list.getByRole('listitem').count()).toBe(1);
  await list.getByRole('button', { name: t('registration.door.check-in-of', { name: 'Ana Çelë' }) }).click();
  await page.getByRole('button', { name: t('registration.door.walk-in'), exact: true }).click();
  await state.getByText(t('registration.door.waiting', { count: 2 })).waitFor();
  expect(await page.locator('[data-door-there]').innerText()).toBe('1');
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);

  await page.context().setOffline(false);
  await state.getByText(t('registration.door.sent')).waitFor();
  const people = await app.db
    .selectFrom('registration')
    .select(['id', 'arrived_at as arrivedAt'])
    .where('id', 'in', [ana.id, beni.id])
    .execute();
  expect(people.find(({ id }) => id === ana.id)?.arrivedAt).not.toBeNull();
  expect(people.find(({ id }) => id === beni.id)?.arrivedAt).toBeNull();

  await page.locator('form[action$="/sign-out"] button').first().click();
  await page.waitForURL('**/sq');
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});
