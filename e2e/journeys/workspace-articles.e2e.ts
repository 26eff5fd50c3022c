import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { daysAgo, startWork } from '../support/workspace.ts';
import { expectSound } from '../support/own-work.ts';

const browser = useBrowser();
const phone = { width: 360, height: 740 };

// The same article from its draft to its second version: by its writer, once without JavaScript, and by an editor, on a phone.
describe.each([
  { language: 'sq', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const)('an article ($language, JavaScript: $javaScriptEnabled)', ({ language, javaScriptEnabled }) => {
  const t = translator(language);
  const ending = language === 'sq' ? 'sq' : 'en';
  const title = `Dëgjesa e buxhetit, ${language}`;
  const options = { javaScriptEnabled, viewport: phone };
  let article = '';
  let address = '';

  test('its writer previews it, adds a picture and hands it in', async () => {
    const { page, main, field, path } = await startWork(browser, 'facilitatore', language, options);
    await page.goto(`${new URL(page.url()).origin}/${language}/work/articles/new`);
    const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
    await press(t('article.save'));
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(3);
    await field(t(`article.field.title-${ending}`)).fill(title);
    await field(t(`article.field.summary-${ending}`)).fill('Kur dhe ku mbahen dëgjesat.');
    await field(t(`article.field.body-${ending}`)).fill('Dëgjesat mbahen në **gjashtë** fshatra.');
    await press(t('article.preview'));
    expect(await main.locator('.prose strong').innerText()).toBe('gjashtë');
    expect(await field(t(`article.field.title-${ending}`)).inputValue()).toBe(title);
    await press(t('article.save'));
    article = path();
    await main.getByRole('link', { name: t('article.pictures', { count: 0 }) }).click();
    const noise = language === 'sq' ? { r: 20, g: 90, b: 60 } : { r: 90, g: 20, b: 60 };
    const buffer = await sharp({ create: { width: 320, height: 200, channels: 3, background: noise } })
      .jpeg()
      .toBuffer();
    await main.locator('#photo').setInputFiles({ name: 'salla.jpg', mimeType: 'image/jpeg', buffer });
    await field(t('listening.photo.alt-sq')).fill('Salla e dëgjesës');
    await field(t('listening.photo.alt-en')).fill('The hall of the hearing');
    await field(t('article.picture.credit')).fill('Ullinjtë e Paqes');
    await press(t('article.picture.add'));
    expect(await main.locator('.photos img').count()).toBe(1);
    await page.goto(new URL(article, page.url()).href);
    await press(t('article.hand-in'));
    expect(await main.innerText()).toContain(t('article.waits-for-review'));
    await expectSound(page, { javaScriptEnabled });
  });

  test('an editor reviews it, sets a time, takes it back and publishes it', async () => {
    const { page, main, field } = await startWork(browser, 'redaktore', language, options);
    await page.goto(new URL(article, page.url()).href);
    const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
    await press(t('article.approve'));
    await main.getByLabel(t('publishing.when.later'), { exact: true }).check();
    await field(t('publishing.day')).fill(daysAgo(-2));
    await field(t('publishing.time')).fill('08:00');
    await press(t('article.publish'));
    expect(await main.innerText()).toContain(t('article.stage.scheduled'));
    await press(t('article.call-off'));
    await main.getByLabel(t('publishing.when.now'), { exact: true }).check();
    await press(t('article.publish'));
    const link = main.getByRole('link', { name: t('article.see-public') });
    address = (await link.getAttribute('href')) ?? '';
    await link.click();
    expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    expect(await main.locator('figure img').getAttribute('alt')).toBe(
      language === 'sq' ? 'Salla e dëgjesës' : 'The hall of the hearing',
    );
  });

  test('a change with its reason is the next version, and readers see what changed', async () => {
    const writer = await startWork(browser, 'facilitatore', language, options);
    await writer.page.goto(new URL(`${article}/edit`, writer.page.url()).href);
    await writer.field(t(`article.field.body-${ending}`)).fill('Dëgjesat mbahen në **shtatë** fshatra.');
    await writer.field(t('article.field.reason-sq')).fill('Fshatrat janë shtatë.');
    await writer.main.getByRole('button', { name: t('article.save'), exact: true }).click();
    await writer.main.getByRole('button', { name: t('article.hand-in'), exact: true }).click();
    const editor = await startWork(browser, 'redaktore', language, options);
    await editor.page.goto(new URL(article, editor.page.url()).href);
    await editor.main.getByRole('button', { name: t('article.approve'), exact: true }).click();
    await editor.main.getByRole('button', { name: t('article.publish'), exact: true }).click();
    const reader = await browser.open(new URL(address, editor.page.url()).href, options);
    const changes = reader.getByRole('region', { name: t('article.changes') });
    expect(await changes.innerText()).toContain('Fshatrat janë shtatë.');
    await changes.getByRole('link', { name: t('article.version', { number: 2 }) }).click();
    expect(await reader.locator('del').innerText()).toContain('gjashtë');
    expect(await reader.locator('ins').innerText()).toContain('shtatë');
    await expectSound(reader, { javaScriptEnabled });
  });
});
