import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '#features/accounts/server/demo-accounts.ts';
import { readConfig } from '#server/config.ts';
import { useBrowser } from '../support/browser.ts';
import { startProgram, type RunningProgram } from '../support/program.ts';

const browser = useBrowser();
let program: RunningProgram;
let password = '';

beforeAll(async () => {
  program = await startProgram({ demo: true, host: 'localhost' });
  password = demoPassword({ config: readConfig({ DATA_DIR: program.dataDir }) });
});
afterAll(() => program.stop());

async function signIn(page: Page, email: string): Promise<void> {
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('form[action*="password"] button');
}

/** The browser gets a security key that is always there and always agrees. */
async function addSecurityKey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test.each([
  ['en', 'My work', false],
  ['sq', 'Puna ime', true],
])('%s: one signs in, finds one’s way back, and out again', async (language, work, javaScriptEnabled) => {
  const page = await browser.open(`${program.url}/${language}/work`, { javaScriptEnabled });
  expect(new URL(page.url()).pathname).toBe(`/${language}/sign-in`);
  await signIn(page, 'koordinatore@demo.example');
  expect(new URL(page.url()).pathname).toBe(`/${language}/work`);
  const bar = page.locator('.session-bar');
  expect(await bar.innerText()).toContain('Vjosa Koordinatorja');
  expect(await bar.innerText()).toContain(work);
  await bar.locator('button').click();
  expect(new URL(page.url()).pathname).toBe(`/${language}`);
  expect(await page.locator('.session-bar').count()).toBe(0);
  await page.goto(`${program.url}/${language}/account`);
  expect(new URL(page.url()).pathname).toBe(`/${language}/sign-in`);
});

test('what is sent from a session that has ended is kept, without its secrets, and sent after signing in', async () => {
  const page = await browser.open(`${program.url}/en/account`);
  await signIn(page, 'banore@demo.example');
  await page.fill('#name', 'Drita E Re');
  const other = await page.context().newPage();
  await other.goto(`${program.url}/en`);
  await other.click('.session-bar button');
  await page.click('form[action="?/profile"] button');
  await signIn(page, 'banore@demo.example');
  expect(new URL(page.url()).pathname).toBe('/en/sign-in/kept');
  expect(await page.locator('table').innerText()).toContain('Drita E Re');
  await page.click('main form button');
  expect(await page.locator('.session-name').innerText()).toBe('Drita E Re');
});

test('what was kept is shown to nobody else who signs in in the same browser', async () => {
  const page = await browser.open(`${program.url}/en/account`);
  await signIn(page, 'monitor@demo.example');
  await page.fill('#name', 'Something private');
  const other = await page.context().newPage();
  await other.goto(`${program.url}/en`);
  await other.click('.session-bar button');
  await page.click('form[action="?/profile"] button');
  await signIn(page, 'facilitatore@demo.example');
  expect(new URL(page.url()).pathname).toBe('/en/account');
  expect(await page.content()).not.toContain('Something private');
});

test('a passkey signs in, and passes the second factor', async () => {
  const page = await browser.open(`${program.url}/en/account/security`);
  await addSecurityKey(page);
  await signIn(page, 'redaktore@demo.example');
  await page.fill('#passkey-name', 'Telefoni');
  await page.click('form[data-passkey] button');
  await page.waitForSelector('text=Telefoni');
  await page.click('.session-bar button');
  await page.goto(`${program.url}/en/sign-in?next=%2Fen%2Faccount`);
  await page.click('form[data-passkey] button');
  await page.waitForURL('**/en/account');
  expect(await page.locator('.session-name').innerText()).toBe('Teuta Redaktorja');
  await page.click('.session-bar button');
  // From now on a password alone goes half the way.
  await page.goto(`${program.url}/en/sign-in`);
  await signIn(page, 'redaktore@demo.example');
  expect(new URL(page.url()).pathname).toBe('/en/sign-in/code');
  await page.click('form[data-passkey] button');
  await page.waitForURL('**/en/work');
});
