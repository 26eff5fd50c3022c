import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './support/browser.ts';

// The scripts that send a file ahead of its form, alone: whoever presses the button at once is never left waiting.

const browser = useBrowser();
const site = 'http://localhost/';

/** A page with a form for a file. @returns what its form came with, once it is sent */
async function openForm(
  scripts: readonly string[],
  answer: () => Promise<{ status: number; body: string }>,
): Promise<{ page: Page; sent: () => string }> {
  let sent = '';
  const page = await browser.open('about:blank');
  await page.route(`${site}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const script = /^\/enhance\/(.+)$/.exec(pathname)?.[1];
    if (script !== undefined) {
      const body = await readFile(`static/enhance/${script}`, 'utf8');
      return route.fulfill({ contentType: 'text/javascript', body });
    }
    if (pathname === '/uploads')
      return route.fulfill({ contentType: 'application/json', ...(await answer()) });
    const tags = scripts.map((name) => `<script type="module" src="/enhance/${name}"></script>`).join('');
    if (pathname === '/sent') sent = route.request().postDataBuffer()?.toString('latin1') ?? 'nothing';
    const form =
      '<form method="post" action="/sent" enctype="multipart/form-data">' +
      '<input id="file" name="file" type="file" data-upload="/uploads" data-kind="publication" data-most-bytes="1000">' +
      '<input type="hidden" name="fileUpload" data-upload-value="file">' +
      '<div data-upload-state="file" hidden><progress></progress><p role="status" data-waiting="waits"></p></div>' +
      '<p role="status" data-file-status data-sending="sends"></p><button>Add</button></form>';
    return route.fulfill({ contentType: 'text/html', body: `<!doctype html>${tags}${form}` });
  });
  await page.goto(site);
  return { page, sent: () => sent };
}

async function choose(page: Page): Promise<void> {
  const buffer = Buffer.from('uji i fshatit');
  await page.locator('#file').setInputFiles({ name: 'uji.pdf', mimeType: 'application/pdf', buffer });
}

test.each([[['file-size.js', 'upload.js', 'files.js']], [['files.js', 'file-size.js', 'upload.js']]])(
  'the form is sent once its file is there, or with the file (%j)',
  async (scripts) => {
    const taken = JSON.stringify({ id: 'x', taken: 'x/uji.pdf' });
    for (const { status, body, carries } of [
      { status: 200, body: taken, carries: 'x/uji.pdf' },
      { status: 400, body: '{}', carries: 'uji i fshatit' },
    ]) {
      const { promise: pressed, resolve: press } = Promise.withResolvers<undefined>();
      const { page, sent } = await openForm(scripts, async () => {
        await pressed;
        return { status, body };
      });
      await choose(page);
      await page.getByRole('button', { name: 'Add' }).click();
      await page.getByText('waits').waitFor();
      press(undefined);
      await page.waitForURL(`${site}sent`);
      expect(sent(), String(status)).toContain(carries);
    }
  },
);

test('a file that is refused is not sent with the form, and another can be chosen', async () => {
  let status = 422;
  const { page, sent } = await openForm(['upload.js', 'files.js'], () => {
    const body = JSON.stringify(status === 422 ? { refused: 'too large' } : { id: 'x', taken: 'x/uji.pdf' });
    return Promise.resolve({ status, body });
  });
  await choose(page);
  await page.getByText('too large').waitFor();
  expect(await page.locator('#file').inputValue()).toBe('');
  status = 200;
  await choose(page);
  await page.getByRole('button', { name: 'Add' }).click();
  await page.waitForURL(`${site}sent`);
  expect(sent()).toContain('x/uji.pdf');
});
