import { buffer } from 'node:stream/consumers';
import type { BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceColumns } from '#features/evidence/server/sheet/columns.ts';
import type { Language } from '#i18n/languages.ts';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs, press } from '../support/own-work.ts';

const browser = useBrowser();
let program: OwnProgram;
let at: Monitoring;
let photograph: Buffer;

beforeAll(async () => {
  program = await startOwnProgram();
  const { db } = program.app;
  at = await addMonitoring(db);
  const organisation_id = at.assessment.organisation_id;
  await addGrant(db, { account_id: at.monitor.id, role: 'monitor', organisation_id });
  await addGrant(db, { account_id: at.editor.id, role: 'editor', organisation_id });
  await addGrant(db, { account_id: at.coordinator.id, role: 'coordinator' });
  photograph = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#684' } })
    .jpeg()
    .toBuffer();
}, 180_000);
afterAll(() => program.stop());

/** Someone signed in, on a phone that lies where it says. */
function open(
  who: 'monitor' | 'editor' | 'coordinator',
  language: Language,
  options: BrowserContextOptions = {},
) {
  const path = `/work/evidence/${at.assessment.id}`;
  return openAs(
    browser,
    program,
    { accountId: at[who].id, language, path },
    {
      geolocation: { latitude: 40.7239, longitude: 19.5561, accuracy: 7.2 },
      permissions: ['geolocation'],
      ...options,
    },
  );
}

describe.each([
  { language: 'sq', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const)('evidence ($language, JavaScript: $javaScriptEnabled)', ({ language, javaScriptEnabled }) => {
  const shows = `Rruga është shtruar deri te shkolla (${language})`;
  let address = '';

  test('a monitor adds a photograph of what they saw, from a phone', async () => {
    const { page, t, main, field } = await open('monitor', language, { javaScriptEnabled });
    await expectSound(page, { javaScriptEnabled });
    await main.getByRole('link', { name: t('evidence.form.new') }).click();
    await expectSound(page, { javaScriptEnabled });
    await main.getByRole('link', { name: t('evidence.kind.photo'), exact: true }).click();
    await main.locator('input[type=file]').setInputFiles({
      name: 'rruga.jpg',
      mimeType: 'image/jpeg',
      buffer: photograph,
    });
    await main.locator('input[name=bindingLanguage][value=sq]').check();
    await field(t('evidence.field.showsSq')).fill(shows);
    await main.locator('input[name=stance][value=contradicts]').check();
    await main.locator('input[name=components]').first().check();
    await main.locator('#dated').fill('2026-05-05');
    if (javaScriptEnabled) {
      await main.getByRole('button', { name: t('evidence.place.find') }).click();
      await main.getByText(t('evidence.place.found', { metres: '8' })).waitFor();
      expect(await main.locator('#latitude').inputValue()).toBe('40.723900');
    }
    await expectSound(page, { javaScriptEnabled });
    await press(page, t('evidence.form.add'));
    // What is missing is said, and neither words nor the file are lost.
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#place');
    expect(await field(t('evidence.field.showsSq')).inputValue()).toBe(shows);
    await field(t('evidence.field.place')).fill('Para shkollës');
    await press(page, t('evidence.form.add'));
    address = new URL(page.url()).pathname;
    expect(address).toMatch(/\/items\/[0-9a-f-]{36}$/);
    const text = await main.innerText();
    for (const part of [shows, 'Para shkollës', 'E2']) expect(text).toContain(part);
    if (javaScriptEnabled) expect(text).toContain('40.72390, 19.55610');
    const picture = main.getByRole('img');
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(80);
    await expectSound(page, { javaScriptEnabled });
  });

  test('an editor withholds it with a reason, then lets it be shown', async () => {
    const { page, t, main } = await open('editor', language, { javaScriptEnabled });
    await main.getByRole('link', { name: shows }).click();
    await main.locator('input[name=decision][value=withheld]').check();
    await press(page, t('evidence.review.do'));
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#note');
    await main.locator('#note').fill('Duket një fëmijë');
    await press(page, t('evidence.review.do'));
    expect(await main.innerText()).toContain('Duket një fëmijë');
    await main.locator('input[name=decision][value=accepted]').check();
    await press(page, t('evidence.review.do'));
    await expectSound(page, { javaScriptEnabled });
    await page.goto(`${program.url}/${language}/work/evidence/${at.assessment.id}?state=accepted`);
    expect(await main.getByRole('link', { name: shows }).count()).toBe(1);
  });

  test('a monitor takes the list out, adds a line with its photograph, and hands both in', async () => {
    const { page, t, main } = await open('monitor', language, { javaScriptEnabled });
    await main.getByRole('link', { name: t('evidence.sheet.link') }).click();
    await expectSound(page, { javaScriptEnabled });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('link', { name: t('spreadsheet.download') }).click(),
    ]);
    const reading = await readSheetFile(await buffer(await download.createReadStream()));
    const rows = reading.kind === 'read' ? reading.rows : [];
    expect(JSON.stringify(rows)).toContain(shows);
    const words = `Trotuari është ndërtuar (${language})`;
    const line: Record<string, string> = {
      kind: 'Fotografi',
      stance: 'supports',
      components: 'P1.1',
      dated: '2026-05-04',
      showsSq: words,
      place: 'Para shkollës',
      file: 'trotuari.jpg',
    };
    const listOf = (given: Record<string, string>) => {
      const more = evidenceColumns.map(({ key }) => given[key] ?? '');
      const cells = (row: readonly string[]) =>
        row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
      return {
        name: 'lista.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from([...rows, more].map(cells).join('\n')),
      };
    };
    await main.locator('#file').setInputFiles(listOf({ ...line, stance: 'ndoshta' }));
    await main.locator('#files').setInputFiles({
      name: 'trotuari.jpg',
      mimeType: 'image/jpeg',
      buffer: photograph,
    });
    await press(page, t('spreadsheet.look'));
    expect(await main.innerText()).toContain('ndoshta');
    await expectSound(page, { javaScriptEnabled });
    // The photograph has arrived: the list alone is sent again.
    await main.locator('#file').setInputFiles(listOf(line));
    await press(page, t('spreadsheet.look'));
    const same = rows.length - 1;
    expect(await main.innerText()).toContain(t('evidence.sheet.sound', { added: 1, changed: 0, same }));
    await expectSound(page, { javaScriptEnabled });
    await press(page, t('evidence.sheet.keep'));
    expect(await main.innerText()).toContain(t('evidence.sheet.kept'));
    await main.getByRole('link', { name: t('evidence.sheet.to-list') }).click();
    await main.getByRole('link', { name: words }).click();
    await main.getByRole('img').waitFor();
  });

  test('a private statement is there for its author alone', async () => {
    const author = await open('monitor', language, { javaScriptEnabled });
    const { page, t, main, field } = author;
    const words = `Punëtori u kërcënua (${language})`;
    const list = `/${language}/work/evidence/${at.assessment.id}`;
    await page.goto(`${program.url}${list}/new?kind=statement`);
    await field(t('evidence.field.showsSq')).fill(words);
    await main.locator('input[name=bindingLanguage][value=sq]').check();
    await main.locator('input[name=stance][value=contradicts]').check();
    await main.locator('input[name=components]').first().check();
    await main.locator('#dated').fill('2026-05-06');
    await main.locator('#heard').selectOption('in-person');
    await main.locator('input[name=visibility][value=private]').check();
    await press(page, t('evidence.form.add'));
    expect(await main.innerText()).toContain(t('evidence.private.title'));
    const secret = new URL(page.url()).pathname;
    for (const who of ['editor', 'coordinator'] as const) {
      const other = await open(who, language, { javaScriptEnabled });
      expect(await other.main.innerText()).not.toContain(words);
      const answer = await other.page.goto(`${program.url}${secret}`);
      expect(answer?.status()).toBe(404);
    }
  });
});
