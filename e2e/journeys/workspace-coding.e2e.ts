import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#i18n/languages.ts';
import { addEvidenceItem, setRequirements } from '#testing/factories-coding.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs, press } from '../support/own-work.ts';

const browser = useBrowser();
let program: OwnProgram;

beforeAll(async () => {
  program = await startOwnProgram();
}, 120_000);
afterAll(() => program.stop());

/** One component with its evidence, which two people code: enough for a journey. */
async function addOneTask(): Promise<Monitoring> {
  const { db } = program.app;
  const at = await addMonitoring(db, { stage: 'coding' });
  await setRequirements(db, at.codebook.id);
  const component = at.components[0]?.id ?? '';
  await addEvidenceItem(db, at, [component], { class: 'E2', dated: '2028-04-01' });
  await addEvidenceItem(db, at, [component], { class: 'E3', stance: 'contradicts', dated: '2028-04-02' });
  await addEvidenceItem(db, at, [component], { class: 'E1', dated: '2028-04-03' });
  const others = at.tasks.slice(1).map(({ id }) => id);
  await db.deleteFrom('coding_seat').where('task_id', 'in', others).execute();
  await db.deleteFrom('coding_task').where('id', 'in', others).execute();
  return at;
}

/** Someone of an organisation, signed in, on a phone. */
async function open(
  { grants: [grant], id }: Monitoring['coder'],
  role: 'monitor' | 'editor',
  language: Language,
  javaScriptEnabled = true,
) {
  if (grant?.scope.kind !== 'organisation') throw new Error('of an organisation');
  await addGrant(program.app.db, { account_id: id, role, organisation_id: grant.scope.organisationId });
  return openAs(browser, program, { accountId: id, language, path: '/work/coding' }, { javaScriptEnabled });
}

describe.each([
  {
    language: 'sq',
    javaScriptEnabled: false,
    found: 'Asfalti mbaron te shkolla.',
    half: 'Gjysma e rrugës është shtruar.',
    reason: 'Fotografia e tregon.',
  },
  {
    language: 'en',
    javaScriptEnabled: true,
    found: 'The asphalt ends at the school.',
    half: 'Half of the road is paved.',
    reason: 'The photograph shows it.',
  },
] as const)('coding ($language, JavaScript of the first coder: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled, found, half, reason } = given;

  test('two coders do not see each other’s code until both are in; they disagree, and an editor decides', async () => {
    const at = await addOneTask();
    const first = await open(at.coder, 'monitor', language, javaScriptEnabled);
    const { t } = first;
    await expectSound(first.page, { javaScriptEnabled });
    await first.main.getByRole('link', { name: t('coding.list.begin') }).click();
    const task = first.page.url();
    await expectSound(first.page, { javaScriptEnabled });
    await first.main.locator('input[name=given][value=complete]').check();
    await first.main.locator('input[name=evidence]').first().check();
    const rationale = first.page.getByRole('textbox', { name: t('coding.form.rationale') });
    await rationale.fill(found);
    await press(first.page, t('coding.form.submit'));
    const missing = first.page.getByRole('alert').getByRole('link').first();
    expect(await missing.innerText()).toContain(t('coding.fault.independent', { least: 2 }));
    expect(await rationale.inputValue()).toBe(found);
    await expectSound(first.page, { javaScriptEnabled });
    await first.main.locator('input[name=given][value=none]').check();
    await first.page.getByLabel(t('coding.form.looked-in', { row: 1 })).fill('Njoftimet e prokurimit');
    await first.page.getByLabel(t('coding.form.searched-on', { row: 1 })).fill('2026-05-05');
    await press(first.page, t('coding.form.submit'));
    expect(await first.main.innerText()).toContain(t('coding.task.handed-in'));
    expect(await first.main.innerText()).toContain(t('coding.blind'));

    const second = await open(at.otherCoder, 'monitor', language);
    await second.page.goto(task);
    expect(await second.page.content()).not.toContain(found);
    await expectSound(second.page);
    await second.main.locator('input[name=given][value=partial]').check();
    await second.main.locator('input[name=evidence]').first().check();
    await second.page.getByRole('textbox', { name: t('coding.form.rationale') }).fill(half);
    await press(second.page, t('coding.form.submit'));
    expect(await second.main.innerText()).toContain(found);
    expect(await second.main.innerText()).toContain(t('coding.settled.differ'));

    const editor = await open(at.editor, 'editor', language);
    await editor.main
      .locator(`a[href="${new URL(task).pathname}"]`)
      .first()
      .click();
    await expectSound(editor.page);
    await editor.main.locator('input[name=given][value=partial]').check();
    await editor.main.locator('#rationale_sq').fill('Gjysma e rrugës është shtruar.');
    await press(editor.page, t('coding.decide.submit'));
    expect(await editor.page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#reason_sq');
    await editor.main.locator('#rationale_en').fill('Half of the road is paved.');
    await editor.main.locator('#reason_sq').fill('Fotografia e tregon.');
    await editor.main.locator('#reason_en').fill('The photograph shows it.');
    await press(editor.page, t('coding.decide.submit'));
    const decided = await editor.main.innerText();
    expect(decided).toContain(t('coding.settled.adjudication'));
    // In the reader’s language; both coders’ codes are there as they were given.
    for (const words of [t('coding.settled.reason', { reason }), found, half])
      expect(decided).toContain(words);
    await expectSound(editor.page);

    await editor.main.getByRole('link', { name: t('coding.seals.link') }).click();
    await expectSound(editor.page);
    const link = editor.main.getByRole('link', { name: t('coding.seals.file') }).first();
    const answer = await editor.page.request.get(`${program.url}${await link.getAttribute('href')}`);
    const sha256 = createHash('sha256')
      .update(await answer.body())
      .digest('hex');
    expect(await editor.main.innerText()).toContain(sha256);

    await editor.page.goto(`${program.url}/${language}/work/coding/agreement/${at.plan.id}`);
    const figures = { agreed: 0, units: 1, percent: '0%' };
    const words = t('coding.agreement.percent', figures).split(' (')[0] ?? '';
    expect(await editor.main.innerText()).toContain(words);
    await expectSound(editor.page);
  });
});
