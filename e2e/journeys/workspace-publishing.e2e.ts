import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { addAssessed } from '#testing/factories-publishing.ts';
import { addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs } from '../support/own-work.ts';

const browser = useBrowser();
let program: OwnProgram;

beforeAll(async () => {
  program = await startOwnProgram();
}, 120_000);

afterAll(() => program.stop());

/** Two editors of the organisation that monitors. */
async function addEditors() {
  const at = await addAssessed(program.app.db);
  const { organisation_id } = at.assessment;
  for (const { id } of [at.editor, at.secondEditor]) {
    await addGrant(program.app.db, { account_id: id, role: 'editor', organisation_id });
  }
  return at;
}

describe.each(languages)('in %s, at 360 pixels', (language) => {
  const t = translator(language);
  // In English it goes without JavaScript.
  const options = { viewport: { width: 360, height: 740 }, javaScriptEnabled: language === 'sq' };

  test('one editor prepares, another publishes; a mistake is corrected in public', async () => {
    const at = await addEditors();
    const path = `/work/publishing/${at.assessment.id}`;
    const here = { language, path };
    const { page: first, main } = await openAs(
      browser,
      program,
      { ...here, accountId: at.editor.id },
      options,
    );
    if (language === 'sq') await expectSound(first);
    await main
      .getByRole('link', { name: new RegExp(`^${t('publishing.written')}`) })
      .first()
      .click();
    await main.locator('[name=rationale_sq]').fill('');
    await main.getByRole('button', { name: t('publishing.save'), exact: true }).click();
    expect(await main.locator('[name=rationale_sq]').getAttribute('aria-invalid')).toBe('true');
    for (const one of languages) {
      await main.locator(`[name=rationale_${one}]`).fill(`U shtrua gjysma, ${language}`);
    }
    await main.locator('[name=late]').check();
    await main.getByRole('button', { name: t('publishing.save'), exact: true }).click();
    await main.getByRole('button', { name: t('publishing.prepare-it') }).click();
    await main.getByText(t('publishing.another')).waitFor();
    expect(await main.getByRole('button', { name: t('publishing.publish-one'), exact: true }).count()).toBe(
      0,
    );

    const { page: second, main: other } = await openAs(
      browser,
      program,
      { ...here, accountId: at.secondEditor.id },
      options,
    );
    await other.getByRole('button', { name: t('publishing.publish-one'), exact: true }).click();
    await other.getByText(t('publishing.outcome.published'), { exact: true }).waitFor();

    const priority = at.priorities[0]?.key ?? '';
    const reader = await browser.open(`${program.url}/${language}/priorities/${priority}`, options);
    const open = reader.getByRole('main');
    expect(await open.innerText()).toContain(`U shtrua gjysma, ${language}`);
    expect(await open.innerText()).toContain(t('status.partly'));

    await first.goto(`${program.url}/${language}${path}`);
    await main
      .getByRole('link', { name: new RegExp(`^${t('publishing.correct')}`) })
      .first()
      .click();
    await main.locator('[name=reason_sq]').fill('Ishte kryer.');
    await main.locator('[name=reason_en]').fill('It was complete.');
    await main.locator(`[name="code.${at.components[0]?.id}"]`).selectOption('complete');
    await main.getByRole('button', { name: t('publishing.correction-save') }).click();
    await main.getByText(t('publishing.another')).waitFor();
    if (language === 'sq') await expectSound(first);

    await second.goto(first.url());
    await other.getByRole('button', { name: t('publishing.correction-publish') }).click();
    await other
      .getByText(language === 'sq' ? 'Ishte kryer.' : 'It was complete.')
      .first()
      .waitFor();

    await reader.goto(`${program.url}/${language}/monitoring/corrections`);
    expect(await open.innerText()).toContain(language === 'sq' ? 'Ishte kryer.' : 'It was complete.');
    if (language === 'sq') await expectSound(reader);
    // A day before anything was published shows none of it.
    await reader.goto(`${program.url}/${language}/priorities/${priority}?as-of=2020-01-01`);
    expect(await open.innerText()).not.toContain(`U shtrua gjysma, ${language}`);
    expect(await open.innerText()).toContain(t('as-of.now'));
    if (language === 'sq') await expectSound(reader);
  });
});
