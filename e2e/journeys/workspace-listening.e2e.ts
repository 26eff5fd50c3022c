import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import { useBrowser } from '../support/browser.ts';
import { daysAgo, startWork, typeDate } from '../support/workspace.ts';

const browser = useBrowser();

// The same session from its plan to the board: by its facilitator, once without JavaScript, then by an editor.
describe.each([
  { language: 'sq', javaScriptEnabled: false, day: daysAgo(2) },
  { language: 'en', javaScriptEnabled: true, day: daysAgo(4) },
] as const)('a listening session ($language, JavaScript: $javaScriptEnabled)', (journey) => {
  const { language, javaScriptEnabled, day } = journey;
  const t = translator(language);
  const needs = [`Ujë të pijshëm çdo ditë (${language})`, `Një mjeke në fshat dy herë në javë (${language})`];
  const place = `Salla e shkollës (${language})`;
  const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).click();
  let session = '';

  test('its facilitator plans it, records it and writes down what was said', async () => {
    const { page, main, field, goTo, path } = await startWork(browser, 'facilitatore', language, {
      javaScriptEnabled,
    });
    const waiting = page.getByRole('region', { name: t('work.tasks') });
    expect(await waiting.getByRole('link', { name: t('work.task.session-to-hold') }).count()).toBe(1);

    await goTo('work.area.listening');
    await main.getByRole('link', { name: t('listening.new') }).click();
    await field(t('municipality.one')).selectOption({ label: 'Kreshmirë' });
    await press(page, t('listening.go-on'));
    await field(t('listening.place')).fill(place);
    await typeDate(field(t('listening.date')), '31.02.2026');
    await press(page, t('listening.plan.save'));
    const date = field(t('listening.date'));
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    expect(await date.getAttribute('value')).toBe('31.02.2026');
    expect(await field(t('listening.place')).inputValue()).toBe(place);
    expect(await page.getByRole('alert').getByRole('link').getAttribute('href')).toBe('#heldOn');
    await date.fill(day);
    await press(page, t('listening.plan.save'));
    session = path();
    expect(session).toMatch(/\/work\/listening\/[0-9a-f-]{36}$/);

    await main.getByRole('link', { name: t('listening.step.record.link') }).click();
    await field(t('listening.participants')).fill('12');
    await field(`${t('listening.sex.women')}, ${t('listening.age.30-44')}`).fill('7');
    await field(`${t('listening.sex.men')}, ${t('listening.age.30-44')}`).fill('4');
    await press(page, t('listening.record.save'));
    expect(await field(t('listening.participants')).inputValue()).toBe('12');
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(1);
    await field(`${t('listening.sex.men')}, ${t('listening.age.30-44')}`).fill('5');
    await press(page, t('listening.record.save'));

    expect(path()).toBe(`${session}/needs`);
    await field(t('listening.needs.lines')).fill(needs.join('\n'));
    await press(page, t('listening.needs.add'));
    expect(await page.getByRole('status').first().innerText()).toBe(t('listening.needs.added', { count: 2 }));
    for (const need of needs) expect(await main.getByText(need).count()).toBe(1);
  });

  test('an editor reviews it, publishes it, and puts its needs together', async () => {
    const { page, main, field, goTo, path } = await startWork(browser, 'redaktore', language, {
      javaScriptEnabled,
    });
    await goTo('work.area.listening');
    await main.getByRole('link', { name: t('listening.past') }).click();
    await main.getByRole('link', { name: new RegExp(formatsFor(language).date(day)) }).click();
    expect(path()).toBe(session);
    await main.getByRole('link', { name: t('listening.step.review.link') }).click();
    await press(page, t('listening.review.rest'));
    await main.getByRole('link', { name: t('listening.step.publish.link') }).click();
    await press(page, t('listening.publish.do'));
    expect(path()).toContain(`/${language}/events/`);
    expect(await main.innerText()).toContain(needs[0]);
    await page.getByRole('link', { name: t('work.area.overview') }).click();

    await goTo('compiling.title');
    await main.getByRole('link', { name: /Kreshmirë/ }).click();
    await field(t('compiling.search')).fill(`(${language})`);
    await field(t('compiling.search')).press('Enter');
    for (const need of needs) await main.getByRole('checkbox', { name: need }).check();
    await field(t('compiling.new-title')).fill(`Jeta në fshat (${language})`);
    await press(page, t('compiling.put-together'));
    const candidate = main.getByRole('listitem').filter({ hasText: `Jeta në fshat (${language})` });
    expect(await candidate.last().innerText()).toContain(t('compiling.needs-count', { count: 2 }));
  });

  test('anyone reads it then, and nobody else its minutes', async () => {
    const shown = `${inject('demo')}${session.replace('/work/listening/', '/sessions/')}`;
    const page = await browser.open(shown, { javaScriptEnabled });
    const text = await page.getByRole('main').innerText();
    for (const part of [place, '12', ...needs]) expect(text).toContain(part);
    await page.goto(`${inject('demo')}${session}`);
    expect(new URL(page.url()).pathname).toBe(`/${language}/sign-in`);
  });
});
