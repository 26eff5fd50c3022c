import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendDraft, termFrom } from '#features/replies/server/sending.ts';
import { translator } from '#i18n/translate.ts';
import { dayOf } from '#server/cache/day.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { settleCodes } from '#testing/factories-replies.ts';
import { addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { violationsOn } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { openAs } from '../support/own-work.ts';
import { daysAgo, typeDate } from '../support/workspace.ts';

const browser = useBrowser();
/** Later than the term that everyone has. */
const later = daysAgo(-60);
const phone = { viewport: { width: 360, height: 740 } };

let program: OwnProgram;

beforeAll(async () => {
  program = await startOwnProgram();
}, 180_000);

afterAll(() => program.stop());

/** A draft as it was sent to a town hall. @returns where it is, and the path of its link without the language */
async function sendOne(): Promise<{ world: Monitoring; link: string }> {
  const { app } = program;
  const world = await addMonitoring(app.db, { stage: 'settled' });
  await settleCodes(app.db, world, ['partial', 'none', 'complete']);
  const email = `${randomUUID()}@bashkia.example`;
  const dueOn = termFrom(app, dayOf(app.clock()));
  const command = { recipientName: 'Arta Hoxha', recipientEmail: email, dueOn };
  await sendDraft(app, world.editor, world.assessment.id, command, 'test');
  const mail = await app.db
    .selectFrom('mail_outbox')
    .select('body_text as text')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow();
  return { world, link: /\/sq(\/reply\/\S+)/.exec(mail.text)?.[1] ?? '' };
}

describe.each([
  { language: 'sq', javaScriptEnabled: true },
  { language: 'en', javaScriptEnabled: false },
] as const)('the town hall with a phone, in $language (JavaScript: $javaScriptEnabled)', (given) => {
  const { language, javaScriptEnabled } = given;
  const t = translator(language);

  test('replies by the link, and what it handed in is read by an editor', async () => {
    const { world, link } = await sendOne();
    const page = await browser.open(`${program.url}/${language}${link}`, { ...phone, javaScriptEnabled });
    const main = page.getByRole('main');
    const button = (name: string) => main.getByRole('button', { name, exact: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
    const editor = await openEditor(world, given);
    await typeDate(main.getByLabel(t('replies.time.until')), later);
    await button(t('replies.time.ask')).click();
    // Without a reason nobody can decide: the day is still there.
    expect(await main.locator('#until').inputValue()).toBe(later);
    await main.getByLabel(t('replies.time.reason')).fill('Këshilli mblidhet pas afatit.');
    await button(t('replies.time.ask')).click();
    expect(await main.innerText()).toContain(t('replies.time.waiting'));
    await giveTime(editor);
    await page.reload();
    expect(await main.innerText()).toContain('Po, deri atëherë.');
    await button(t('replies.hand-in')).click();
    expect(await main.getByRole('alert').innerText()).toContain(t('form.fault.missing'));

    await main
      .getByRole('link', { name: /Një rrugë|A road/ })
      .first()
      .click();
    expect(await main.innerText()).toContain(t('code.partial'));
    await main.getByRole('textbox', { name: t('replies.answer.label') }).fill('Rruga u shtrua në maj.');
    await button(t('replies.save')).click();
    expect(await main.getByRole('status').first().innerText()).toContain(t('replies.done.saved'));
    await main.getByLabel(t('replies.statement')).fill('Shtrojmë edhe trotuaret');
    await typeDate(main.getByLabel(t('replies.action-due')), '2040-05-01');
    await button(t('replies.announce')).click();
    await main.getByLabel(t('replies.document.title')).fill('Vendimi i këshillit');
    await main.getByLabel(t('replies.document'), { exact: true }).setInputFiles({
      name: 'vendimi.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.7\n${randomUUID()}\n%%EOF`),
    });
    await button(t('replies.document.add')).click();
    expect(await main.innerText()).toContain('Vendimi i këshillit');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);

    await main.getByRole('link', { name: t('replies.back') }).click();
    await main.getByLabel(t('replies.answered-by')).fill('Arta Hoxha');
    await main.getByLabel(t('replies.capacity')).fill('drejtoreshë');
    await button(t('replies.hand-in')).click();
    expect(await main.innerText()).toContain(t('replies.handed-in.title'));
    expect(await button(t('replies.hand-in')).count()).toBe(0);

    await readByEditor(world, editor, javaScriptEnabled);
  });
});

type AtWork = Awaited<ReturnType<typeof openAs>>;

/** The editor of the organisation that monitors, at the draft that was sent. */
async function openEditor(
  { editor, assessment, municipality }: Monitoring,
  { language, javaScriptEnabled }: { language: 'sq' | 'en'; javaScriptEnabled: boolean },
): Promise<AtWork> {
  const [grant] = editor.grants;
  const organisationId = grant?.scope.kind === 'organisation' ? grant.scope.organisationId : '';
  await addGrant(program.app.db, {
    account_id: editor.id,
    role: 'editor',
    organisation_id: organisationId,
    municipality_id: municipality.id,
  });
  const path = `/work/replies/${assessment.id}`;
  return openAs(browser, program, { accountId: editor.id, language, path }, { javaScriptEnabled });
}

/** An editor gives the time that was asked for. */
async function giveTime({ page, main, t }: AtWork): Promise<void> {
  await page.reload();
  await main.getByLabel(t('replies.time.decision.granted'), { exact: true }).check();
  await typeDate(main.locator('#until'), later);
  await main.locator('#note').fill('Po, deri atëherë.');
  await main.getByRole('button', { name: t('replies.time.decide'), exact: true }).click();
  expect(await main.innerText()).toContain('Po, deri atëherë.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}

/** An editor reads the reply, translates it, shows its document, and ends the reading. */
async function readByEditor(
  { assessment }: Monitoring,
  { page, main, t }: AtWork,
  javaScriptEnabled: boolean,
): Promise<void> {
  const { app } = program;
  await page.reload();
  await main.getByRole('button', { name: t('replies.reading.begin') }).click();
  expect(await main.innerText()).toContain('Rruga u shtrua në maj.');
  await main
    .getByLabel(/^(Përkthimi|Translation)/)
    .first()
    .fill('The road was paved in May.');
  await main.getByRole('button', { name: t('replies.read'), exact: true }).click();
  await main.getByRole('button', { name: /Vendimi i këshillit/ }).click();
  expect(await main.innerText()).toContain(t('replies.shown'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([]);
  await main.getByRole('button', { name: t('replies.finish'), exact: true }).click();
  const { read_at: readAt } = await app.db
    .selectFrom('reply_request')
    .select('read_at')
    .where('assessment_id', '=', assessment.id)
    .executeTakeFirstOrThrow();
  expect(readAt).not.toBeNull();
}

test('what the link opens is kept by nobody on the way, told to no other site and found by no search', async () => {
  const { link } = await sendOne();
  for (const path of [link, `${link}/1`, '/reply/no-such-key']) {
    const answer = await fetch(`${program.url}/en${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  }
});
