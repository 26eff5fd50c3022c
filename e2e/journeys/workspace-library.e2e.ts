import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTextOf } from '#features/library/server/read-file-text.ts';
import { pdfOf } from '#testing/factories-library.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs, press } from '../support/own-work.ts';

const browser = useBrowser();
let program: OwnProgram;
let accountId: string;

beforeAll(async () => {
  program = await startOwnProgram();
  const { db } = program.app;
  const organisation = await db
    .selectFrom('organisation')
    .select('id')
    .where('key', '=', 'ullinjte-e-paqes')
    .executeTakeFirstOrThrow();
  ({ id: accountId } = await addAccount(db));
  await addGrant(db, { account_id: accountId, role: 'editor', organisation_id: organisation.id });
}, 180_000);
afterAll(() => program.stop());

describe.each([
  { language: 'sq', javaScriptEnabled: false, word: 'elektropompa' },
  { language: 'en', javaScriptEnabled: true, word: 'waterworks' },
] as const)(
  'the library ($language, JavaScript: $javaScriptEnabled)',
  ({ language, javaScriptEnabled, word }) => {
    const title = `Uji i fshatit (${language})`;

    test('a librarian adds a publication with its PDF and publishes it', async () => {
      const { page, t, main, field } = await openAs(
        browser,
        program,
        { accountId, language, path: '/work/library' },
        { javaScriptEnabled },
      );
      await main.getByRole('link', { name: t('library.add') }).click();
      await field(t('library.title-sq')).fill(title);
      await field(t('publication.authors')).fill('Arta Dervishi\nBesa Hoxha');
      await field(t('publication.subjects')).fill('uji, fshati');
      await field('ISBN').fill('0-306-40615-3');
      await press(page, t('library.save'));
      await expectSound(page, { javaScriptEnabled });
      expect(await main.getByText(t('publication.fault.isbn')).count()).toBeGreaterThan(0);
      expect(await field(t('publication.authors')).inputValue()).toContain('Besa Hoxha');
      await field('ISBN').fill('0-306-40615-2');
      await press(page, t('library.save'));

      await main.locator('input[type=file]').setInputFiles({
        name: 'uji.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(pdfOf(['Hyrje', `Sot ${word} nuk punon`, 'Fund'])),
      });
      await press(page, t('library.add-file'));
      await main.getByRole('link', { name: 'uji.pdf' }).waitFor();
      await expectSound(page, { javaScriptEnabled });
      await press(page, t('library.publish'));
      expect(await main.getByRole('heading', { level: 1 }).textContent()).toContain(title);
      await expectSound(page, { javaScriptEnabled });
      const [file] = await program.app.db
        .selectFrom('publication_file as f')
        .innerJoin('publication as p', 'p.id', 'f.publication_id')
        .select('f.sha256')
        .where(sql<boolean>`p.title ->> 'sq' = ${title}`)
        .execute();
      await readTextOf(program.app, { sha256: file?.sha256 ?? '' });
    });

    test('a resident finds a word on page 2 of it, and is given that page', async () => {
      const page = await browser.open(`${program.url}/${language}/library`, {
        viewport: { width: 360, height: 740 },
        javaScriptEnabled,
      });
      const main = page.getByRole('main');
      await main.locator('#library-q').fill(word);
      await Promise.all([page.waitForNavigation(), main.locator('#library-q').press('Enter')]);
      await expectSound(page, { javaScriptEnabled });
      const hit = main.locator('li', { hasText: title }).first();
      expect(await hit.locator('mark').textContent()).toBe(word);
      const address = (await hit.locator('a[href*="#page="]').getAttribute('href')) ?? '';
      expect(address).toMatch(/^\/files\/[0-9a-f]{64}#page=2$/);
      const answer = await page.request.get(program.url + address);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
      await Promise.all([page.waitForNavigation(), hit.getByRole('link', { name: title }).click()]);
      await expectSound(page, { javaScriptEnabled });
      expect(await page.locator('meta[name="DC.creator"]').count()).toBe(2);
    });
  },
);
