import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '#i18n/languages.ts';
import { addEvidenceItem, setRequirements } from '#testing/factories-coding.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs, press } from '../support/own-work.ts';

const browser = useBrowser();
let program: OwnProgram;
let at: Monitoring;

beforeAll(async () => {
  program = await startOwnProgram();
  const { db } = program.app;
  at = await addMonitoring(db, { stage: 'coding' });
  await setRequirements(db, at.codebook.id);
  const component = at.components[0]?.id ?? '';
  await addEvidenceItem(db, at, [component], { class: 'E2', dated: '2028-04-01' });
  await addEvidenceItem(db, at, [component], { class: 'E3', stance: 'contradicts', dated: '2028-04-02' });
  await addEvidenceItem(db, at, [component], { class: 'E1', dated: '2028-04-03' });
  // One component is enough for a journey.
  const others = at.tasks.slice(1).map(({ id }) => id);
  await db.deleteFrom('coding_seat').where('task_id', 'in', others).execute();
  await db.deleteFrom('coding_task').where('id', 'in', others).execute();
}, 120_000);
afterAll(() => program.stop());

/** Someone of an organisation, signed in, on a phone. */
async function open(
  who: 'coder' | 'otherCoder' | 'editor',
  role: 'monitor' | 'editor',
  language: Language,
  javaScriptEnabled = true,
) {
  const [grant] = at[who].grants;
  if (grant?.scope.kind !== 'organisation') throw new Error('of an organisation');
  await addGrant(program.app.db, {
    account_id: at[who].id,
    role,
    organisation_id: grant.scope.organisationId,
  });
  const accountId = at[who].id;
  return openAs(browser, program, { accountId, language, path: '/work/coding' }, { javaScriptEnabled });
}

test('two coders do not see each other’s code until both are in; they disagree, and an editor decides', async () => {
  const first = await open('coder', 'monitor', 'sq', false);
  await first.main.getByRole('link', { name: first.t('coding.list.begin') }).click();
  const path = new URL(first.page.url()).pathname.slice(3);
  await first.main.locator('input[name=given][value=complete]').check();
  await first.main.locator('input[name=evidence]').first().check();
  await first.page
    .getByRole('textbox', { name: first.t('coding.form.rationale') })
    .fill('Asfalti mbaron te shkolla.');
  await press(first.page, first.t('coding.form.submit'));
  const missing = first.page.getByRole('alert').getByRole('link').first();
  expect(await missing.innerText()).toContain(first.t('coding.fault.independent', { least: 2 }));
  expect(await first.main.locator('textarea[name=rationale]').inputValue()).toBe(
    'Asfalti mbaron te shkolla.',
  );
  await first.main.locator('input[name=given][value=none]').check();
  await first.page.getByLabel(first.t('coding.form.looked-in', { row: 1 })).fill('Njoftimet e prokurimit');
  await first.page.getByLabel(first.t('coding.form.searched-on', { row: 1 })).fill('2026-05-05');
  await press(first.page, first.t('coding.form.submit'));
  expect(await first.main.innerText()).toContain(first.t('coding.task.handed-in'));
  expect(await first.main.innerText()).toContain(first.t('coding.blind'));

  const second = await open('otherCoder', 'monitor', 'en');
  await second.page.goto(`${program.url}/en${path}`);
  expect(await second.page.content()).not.toContain('Asfalti mbaron te shkolla.');
  await expectSound(second.page);
  await second.main.locator('input[name=given][value=partial]').check();
  await second.main.locator('input[name=evidence]').first().check();
  await second.page
    .getByRole('textbox', { name: second.t('coding.form.rationale') })
    .fill('Half of the road is paved.');
  await press(second.page, second.t('coding.form.submit'));
  expect(await second.main.innerText()).toContain('Asfalti mbaron te shkolla.');
  expect(await second.main.innerText()).toContain(second.t('coding.settled.differ'));

  const editor = await open('editor', 'editor', 'en');
  await editor.main.getByRole('link', { name: /Priority/ }).click();
  await expectSound(editor.page);
  await editor.main.locator('input[name=given][value=partial]').check();
  await editor.main.locator('#rationale_sq').fill('Gjysma e rrugës është shtruar.');
  await press(editor.page, editor.t('coding.decide.submit'));
  expect(await editor.page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#reason_sq');
  await editor.main.locator('#reason_sq').fill('Fotografia e tregon.');
  await press(editor.page, editor.t('coding.decide.submit'));
  expect(await editor.main.innerText()).toContain(editor.t('coding.settled.adjudication'));
  await expectSound(editor.page);

  await editor.main.getByRole('link', { name: editor.t('coding.seals.link') }).click();
  await expectSound(editor.page);
  const link = editor.main.getByRole('link', { name: editor.t('coding.seals.file') }).first();
  const answer = await editor.page.request.get(`${program.url}${await link.getAttribute('href')}`);
  const sha256 = createHash('sha256')
    .update(await answer.body())
    .digest('hex');
  expect(await editor.main.innerText()).toContain(sha256);

  await editor.page.goto(`${program.url}/en/work/coding/agreement/${at.plan.id}`);
  expect(await editor.main.innerText()).toContain('0 of 1 components');
  await expectSound(editor.page);
});
