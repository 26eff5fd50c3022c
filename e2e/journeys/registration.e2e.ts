import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelByLink } from '#features/registration/server/managing.ts';
import { doorCode, linkToken } from '#features/registration/server/token.ts';
import { translator } from '#i18n/translate.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { writeFilm } from '../support/camera.ts';
import {
  addDoorStaff,
  addOrganiser,
  openGathering,
  registerBefore,
  type Organiser,
} from '../support/gathering.ts';
import { expectSound, openAs } from '../support/own-work.ts';

/** What the camera of the browser sees. */
const film = join(tmpdir(), `pop-film-${process.pid}.y4m`);
const browser = useBrowser([
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]);
const withoutCamera = useBrowser();
let program: OwnProgram;
let organiser: Organiser;

beforeAll(async () => {
  program = await startOwnProgram();
  organiser = await addOrganiser(program);
});
afterAll(async () => {
  await program.stop();
  await rm(film, { force: true });
});

test.each(['sq', 'en'] as const)(
  'on a telephone somebody registers, waits, moves up and cancels by the link of the mail (%s)',
  async (language) => {
    const t = translator(language);
    const { app, url } = program;
    const { key } = await openGathering(program, organiser, 1);
    const first = await registerBefore(program, key, `Ana ${language}`);
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
    await cancelByLink(app, { token: linkToken(app, first), address: '192.0.2.2' });
    await page.reload();
    expect(await text()).toContain(t('registration.state.place'));
    await main.getByRole('img', { name: t('registration.code.label', { name: 'Besa Çela' }) }).waitFor();
    expect(await slides()).toBe(false);
    await main.getByRole('button', { name: t('registration.floor.go') }).click();
    await page.waitForURL(`**/${language}/events/${key}/floor`);
    await page.goBack();
    await main.getByRole('button', { name: t('registration.cancel.send') }).click();
    await main.getByText(t('registration.state.cancelled'), { exact: true }).waitFor();
  },
);

function keptDatabases(page: Page): Promise<number> {
  return page.evaluate(async () => (await indexedDB.databases()).length);
}

/** All that the browser keeps of a door, as text: what is encrypted is none. */
function keptAt(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const request = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve) => asked.addEventListener('success', () => resolve(asked.result)));
    const db = await request(indexedDB.open(name));
    const stores = [...db.objectStoreNames].map((store) => db.transaction(store).objectStore(store));
    const values: unknown[] = (await Promise.all(stores.map((store) => request(store.getAll())))).flat();
    db.close();
    const text = (_: string, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
    return JSON.stringify(values, text);
  });
}

test('door staff check people in without a network; it is sent when there is one again, and signing out clears it', async () => {
  const { app } = program;
  const { key } = await openGathering(program, organiser, 10);
  const ana = await registerBefore(program, key, 'Ana Çelë');
  const beni = await registerBefore(program, key, 'Beni');
  const accountId = await addDoorStaff(program, organiser);
  const door = await openAs(browser, program, {
    accountId,
    language: 'sq',
    path: `/work/events/${key}/door`,
  });
  const { t } = door;
  const context = door.page.context();
  await door.page.locator('[data-door-state]').getByText(t('registration.door.sent')).waitFor();
  await door.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  expect(await keptAt(door.page)).not.toContain('Beni');

  await context.setOffline(true);
  await door.page.reload();
  await door.page.getByLabel(t('registration.door.search')).fill('cele');
  const found = door.page.locator('[data-door-list]').getByRole('listitem');
  // What was typed before the page had read what it keeps counts too.
  await expect.poll(() => found.count()).toBe(1);
  await found.getByRole('button', { name: t('registration.door.check-in-of', { name: 'Ana Çelë' }) }).click();
  await door.page.getByRole('button', { name: t('registration.door.walk-in'), exact: true }).click();
  const waiting = t('registration.door.waiting', { count: 2 });
  await door.page.locator('[data-door-state]').getByText(waiting).waitFor();
  expect(await door.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);

  // The telephone ends the page; what was done is still there.
  const address = door.page.url();
  await door.page.close();
  const page = await context.newPage();
  await page.goto(address);
  const state = page.locator('[data-door-state]');
  await state.getByText(waiting).waitFor();
  expect(await page.locator('[data-door-there]').innerText()).toBe('1');

  await context.setOffline(false);
  await state.getByText(t('registration.door.sent')).waitFor();
  const people = await app.db
    .selectFrom('registration')
    .select(['id', 'arrived_at as arrivedAt'])
    .where('id', 'in', [ana, beni])
    .execute();
  expect(people.find(({ id }) => id === ana)?.arrivedAt).not.toBeNull();
  expect(people.find(({ id }) => id === beni)?.arrivedAt).toBeNull();

  await page.locator('form[action$="/sign-out"] button').first().click();
  await page.waitForURL('**/sq');
  await expect.poll(() => keptDatabases(page)).toBe(0);
});

async function openDoor(of: typeof browser, language: 'sq' | 'en', key: string) {
  const accountId = await addDoorStaff(program, organiser);
  const door = await openAs(of, program, { accountId, language, path: `/work/events/${key}/door` });
  await door.page.locator('[data-door-state]').getByText(door.t('registration.door.sent')).waitFor();
  return {
    ...door,
    scan: () => door.page.getByRole('button', { name: door.t('registration.door.scan') }).click(),
    /** All that is told below the camera's picture from now on, however shortly it stands there. */
    listen: () =>
      door.page.evaluateHandle(() => {
        const heard: string[] = [];
        const told = document.querySelector('[data-door-told]');
        const hear = () => heard.push(told?.textContent ?? '');
        if (told) new MutationObserver(hear).observe(told, { childList: true });
        return heard;
      }),
  };
}

test('codes held before the camera check people in, once each; who waits and what is foreign is told', async () => {
  const { key } = await openGathering(program, organiser, 1);
  const ana = await registerBefore(program, key, 'Ana Çelë');
  const beni = await registerBefore(program, key, 'Beni');
  const wall = { code: '', tenths: 4 };
  await writeFilm(film, [
    { code: doorCode(program.app, ana), tenths: 9 },
    wall,
    { code: 'https://example.org/tjeter', tenths: 9 },
    wall,
    { code: doorCode(program.app, beni), tenths: 9 },
    wall,
  ]);
  const { page, t, listen, scan } = await openDoor(browser, 'sq', key);
  await page.context().grantPermissions(['camera']);
  const heard = await listen();
  await scan();
  const already = t('registration.door.already', { name: 'Ana Çelë', time: '\\d\\d:\\d\\d' });
  const told = [
    t('registration.door.in', { name: 'Ana Çelë' }),
    t('registration.door.unknown'),
    t('registration.door.waits', { name: 'Beni' }),
    expect.stringMatching(new RegExp(already)),
  ];
  await expect.poll(() => heard.jsonValue(), { timeout: 30_000 }).toEqual(expect.arrayContaining(told));
  await expectSound(page);
  await page.getByRole('button', { name: t('registration.door.stop') }).click();
  expect(await page.locator('video').isVisible()).toBe(false);
  expect(await page.locator('[data-door-there]').innerText()).toBe('1');
  const { arrivedAt } = await program.app.db
    .selectFrom('registration')
    .select('arrived_at as arrivedAt')
    .where('id', '=', ana)
    .executeTakeFirstOrThrow();
  expect(arrivedAt).not.toBeNull();

  await page.getByRole('button', { name: t('registration.door.end') }).click();
  await page.waitForURL(`**/work/events/${key}`);
  await expect.poll(() => keptDatabases(page)).toBe(0);
});

test.each([
  ['is not allowed', browser, 'registration.door.camera-not-allowed'],
  ['is not there', withoutCamera, 'registration.door.no-camera'],
] as const)('a camera that %s is told in words, and the list goes on', async (_, of, words) => {
  const { key } = await openGathering(program, organiser, 1);
  await registerBefore(program, key, `Cela ${words}`);
  const { page, t, scan } = await openDoor(of, 'en', key);
  if (of === withoutCamera) await page.context().grantPermissions(['camera']);
  const told = page.locator('[data-door-told]');
  await scan();
  await told.getByText(t(words)).waitFor();
  await page.keyboard.type('cela');
  await page
    .getByRole('button', { name: t('registration.door.check-in-of', { name: `Cela ${words}` }) })
    .click();
  await told.getByText(t('registration.door.in', { name: `Cela ${words}` })).waitFor();
});
