import { createHash, randomBytes } from 'node:crypto';
import type { BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#i18n/languages.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs, press } from '../support/own-work.ts';
import { daysAgo } from '../support/workspace.ts';

const browser = useBrowser();
let program: OwnProgram;
let at: Monitoring;

beforeAll(async () => {
  program = await startOwnProgram();
  at = await addMonitoring(program.app.db);
  const organisation_id = at.assessment.organisation_id;
  await addGrant(program.app.db, { account_id: at.monitor.id, role: 'monitor', organisation_id });
}, 180_000);
afterAll(() => program.stop());

function open(path: string, language: Language, options: BrowserContextOptions = {}) {
  return openAs(browser, program, { accountId: at.monitor.id, language, path }, options);
}

describe.each([
  { language: 'sq', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const)('a request ($language, JavaScript: $javaScriptEnabled)', ({ language, javaScriptEnabled }) => {
  test('is written, printed, handed in, found late, answered, and made evidence', async () => {
    const { page, t, main, field } = await open('/work/requests', language, { javaScriptEnabled });
    await expectSound(page, { javaScriptEnabled });
    await main.getByRole('link', { name: t('requests.new') }).click();
    await expectSound(page, { javaScriptEnabled });
    const subject = `Shpenzimet për rrugën (${language})`;
    await field(t('requests.addressee')).fill('Koordinatori për të drejtën e informimit');
    await field(t('requests.subject')).fill(subject);
    await main.getByLabel(t('requests.format.e-mail')).check();
    await field(t('requests.reply-to')).fill('zyra@shoqata.example');
    await press(page, t('requests.save'));
    // What was asked is missing: the rest is still there.
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#body');
    expect(await field(t('requests.subject')).inputValue()).toBe(subject);
    await field(t('requests.body')).fill('Situacionet e punimeve');
    await press(page, t('requests.save'));
    await expectSound(page, { javaScriptEnabled });

    for (const paper of ['sq', 'en'] as const) {
      const path = new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, `/${paper}`);
      const answer = await page.request.get(`${program.url}${path}/request.pdf`);
      expect(answer.headers()['content-type']).toBe('application/pdf');
      expect(readPdf(await answer.body()).text).toContain('Situacionet e punimeve');
    }
    await field(t('requests.asked-on')).fill(daysAgo(40));
    await press(page, t('requests.hand-in-save'));
    expect(await main.innerText()).toContain(t('requests.late-title'));
    await expectSound(page, { javaScriptEnabled });

    await main.getByLabel(t('requests.state.partly'), { exact: true }).check();
    await field(t('requests.answered-on')).fill(daysAgo(2));
    await field(t('requests.outcome-note')).fill('Pa aktet e kolaudimit');
    await press(page, t('requests.end-save'));
    await field(t(language === 'sq' ? 'requests.shows-sq' : 'requests.shows-en')).fill(
      'Rruga nuk u kolaudua',
    );
    await main.getByLabel(t('requests.stance.contradicts')).check();
    await main.getByRole('checkbox').first().check();
    await expectSound(page, { javaScriptEnabled });
    await press(page, t('requests.evidence'));
    expect(new URL(page.url()).pathname).toMatch(/\/work\/evidence\/[0-9a-f-]{36}\/items\/[0-9a-f-]{36}$/);
    expect(await main.innerText()).toContain('Rruga nuk u kolaudua');
  });
});

test('a file that broke off goes on where it was, on the same page and when it is chosen again', async () => {
  const { page, t, main, field } = await open(`/work/evidence/${at.assessment.id}/new?kind=document`, 'en');
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000_000), Buffer.from('\n%%EOF\n')]);
  const file = { name: 'kontrata.pdf', mimeType: 'application/pdf', buffer: bytes };
  let sent = 0;
  let most = 500_000;
  let isBroken = false;
  await page.route(/\/work\/uploads\/.+\?at=/, async (route) => {
    isBroken ||= sent >= most;
    if (isBroken) return route.abort('internetdisconnected');
    sent += route.request().postDataBuffer()?.length ?? 0;
    return route.continue();
  });
  const status = main.getByRole('status').first();
  await main.locator('input[type=file]').setInputFiles(file);
  await main.getByText(t('file.ahead.broken')).waitFor();
  // The line is back for a while: it goes on by itself.
  [isBroken, most] = [false, 1_000_000];
  await expect.poll(() => isBroken && sent >= most, { timeout: 30_000 }).toBe(true);
  await main.getByText(t('file.ahead.broken')).waitFor();
  expect(sent).toBeGreaterThanOrEqual(1_000_000);
  expect(sent).toBeLessThan(bytes.length);

  // The page is left, and opened again later: only the rest is sent.
  await page.reload();
  [isBroken, most, sent] = [false, Infinity, 0];
  await main.locator('input[type=file]').setInputFiles(file);
  await main.getByText(t('file.ahead.done', { name: file.name })).waitFor();
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(bytes.length - 1_000_000);
  expect(await status.innerText()).not.toBe('');
  await expectSound(page);

  await field(t('evidence.field.showsEn')).fill('The contract for the road');
  await main.getByLabel(t('stance.supports'), { exact: true }).check();
  await main.getByRole('checkbox').first().check();
  await field(t('evidence.field.dated')).fill(daysAgo(30));
  await press(page, t('evidence.form.add'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await main.innerText()).toContain(sha256);
  expect(await program.app.files.isIntact(sha256)).toBe(true);
});

test('what must not be told in a picture is drawn on it with the finger, and is gone from its copy', async () => {
  const pixels = Buffer.alloc(120 * 80 * 3);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = (index * 97) % 256;
  const buffer = await sharp(pixels, { raw: { width: 120, height: 80, channels: 3 } })
    .png()
    .toBuffer();
  const { page, t, main, field } = await open(`/work/evidence/${at.assessment.id}/new?kind=photo`, 'sq');
  await main.locator('input[type=file]').setInputFiles({ name: 'rruga.png', mimeType: 'image/png', buffer });
  await field(t('evidence.field.showsSq')).fill('Rruga para shkollës');
  await field(t('evidence.field.place')).fill('Lagjja 3');
  await main.getByLabel(t('stance.supports'), { exact: true }).check();
  await main.getByRole('checkbox').first().check();
  await field(t('evidence.field.dated')).fill(daysAgo(30));
  await press(page, t('evidence.form.add'));
  await main.getByRole('link', { name: t('evidence.copy.link') }).click();
  const image = main.locator('[data-blur] img');
  const before = await image.getAttribute('src');
  const box = await image.boundingBox();
  if (!box) throw new Error('the picture is not there');
  await page.mouse.move(box.x + 2, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 2, { steps: 3 });
  await page.mouse.up();
  expect(Number(await main.locator('#width1').inputValue())).toBeGreaterThan(40);
  await expectSound(page);
  await press(page, t('evidence.copy.save'));
  expect(await image.getAttribute('src')).not.toBe(before);
  expect(Number(await main.locator('#width1').inputValue())).toBeGreaterThan(40);
});
