import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { startOwnProgram, type OwnProgram } from '../access/program.ts';
import { useBrowser } from '../support/browser.ts';
import { expectSound, openAs, press } from '../support/own-work.ts';

const browser = useBrowser();
// The check of accessibility is slow: the pages with most on them have it.
const narrowOnly = { javaScriptEnabled: false };
const phone = { viewport: { width: 360, height: 740 } };
let program: OwnProgram;
let coordinator = '';

beforeAll(async () => {
  program = await startOwnProgram();
  coordinator = (await addAccount(program.app.db, { name: 'Vjosa' })).id;
  await addGrant(program.app.db, { account_id: coordinator, role: 'coordinator' });
}, 180_000);

afterAll(() => program.stop());

/** The link to a part of the site that was mailed to someone. */
async function mailedLink(email: string, part: string): Promise<string> {
  const mails = await program.app.db
    .selectFrom('mail_outbox')
    .select('body_text as text')
    .where('recipient', '=', email)
    .execute();
  const links = mails.flatMap(({ text }) => text.match(/http:\/\/\S+/g) ?? []);
  const found = links.find((link) => link.includes(part));
  if (found === undefined) throw new Error(`no link to ${part} was mailed to ${email}`);
  return found;
}

test.each([
  { language: 'sq', place: 'Gurrëbardhë', name: 'Shoqata Gurra', javaScriptEnabled: true },
  { language: 'en', place: 'Shkëmbas', name: 'Qendra Shkëmbi', javaScriptEnabled: false },
] as const)(
  'an organisation of a municipality that the network did not have joins, and starts ($language, JavaScript: $javaScriptEnabled)',
  async ({ language, place, name, javaScriptEnabled }) => {
    const t = translator(language);
    const options = { ...phone, javaScriptEnabled };
    const email = `kontakt-${language}@example.org`;

    const page = await browser.open(`${program.url}/${language}/join`, options);
    const main = page.getByRole('main');
    const fill = async (fields: Readonly<Record<string, string>>) => {
      for (const [id, value] of Object.entries(fields)) await main.locator(`#${id}`).fill(value);
    };
    await fill({ place, nameSq: name, seat: place, founded: '2016', registration: 'nr. 41' });
    await fill({ work: 'Takime për ujin.', people: 'Tetë veta.', interests: 'Asnjë.', funding: 'Kuotat.' });
    await fill({ contactName: 'Diellza Gurra', contactCapacity: 'kryetare', email });
    await press(page, t('joining.send'));
    // Nobody joins without agreeing to the methodology; nothing typed is lost.
    expect(await main.locator('#agrees').getAttribute('aria-invalid')).toBe('true');
    expect(await main.locator('#work').inputValue()).toBe('Takime për ujin.');
    await expectSound(page, { javaScriptEnabled });
    await main.locator('#agrees').check();
    await press(page, t('joining.send'));
    expect(await main.innerText()).toContain(t('joining.sent-text'));

    await page.goto(await mailedLink(email, '/join/'));
    await press(page, t('joining.confirm-submit'));
    expect(await main.innerText()).toContain(t('joining.state.open'));
    await expectSound(page, narrowOnly);

    const review = await openAs(
      browser,
      program,
      { accountId: coordinator, language, path: '/work/joining' },
      options,
    );
    await review.main.getByRole('link', { name, exact: true }).click();
    expect(await review.main.locator('#municipalityName').inputValue()).toBe(place);
    await review.main.locator('#newCounty').fill(`Qarku ${place}`);
    await review.main.locator('#longitude').fill('20,1');
    await review.main.locator('#latitude').fill('41.9');
    await review.main.locator('#units').fill(`${place}\nFshati i Epërm;20.12;41.93`);
    await expectSound(review.page, narrowOnly);
    await press(review.page, t('joining.accept-submit'));
    expect(await review.main.innerText()).toContain(t('joining.state.accepted'));

    const member = await browser.open(await mailedLink(email, '/sign-in/invitation'), options);
    await member.locator('#name').fill('Diellza Gurra');
    await member.locator('#password').fill('gurra e bardhë mbi fshat');
    await press(member, t('accounts.invitation.submit'));
    await member.goto(`${program.url}/${language}/work/start`);
    const start = await member.getByRole('main').innerText();
    expect(start).toContain(name);
    expect(start).toContain(place);
    // The methodology was signed by agreeing, and the places came with the acceptance; the declaration is still to do.
    const isDone = (step: 'methodology' | 'places' | 'declaration') =>
      member
        .getByRole('listitem')
        .filter({ hasText: t(`starting.step.${step}`) })
        .getByText(t('starting.done'), { exact: true });
    expect(await isDone('methodology').count()).toBe(1);
    expect(await isDone('places').count()).toBe(1);
    expect(await isDone('declaration').count()).toBe(0);
    await expectSound(member, { javaScriptEnabled });
    // Everyone sees the new municipality and its member.
    await member.goto(`${program.url}/${language}/municipalities`);
    expect(await member.getByRole('main').innerText()).toContain(place);
  },
);
