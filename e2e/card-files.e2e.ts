import { expect, test } from 'vitest';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { useBrowser } from './support/browser.ts';
import { startWork } from './support/workspace.ts';

// What is handed out of a session's cards, and the templates of what can be handed in: to whom, of which type, in which language.

const browser = useBrowser();
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const languages = ['sq', 'en'] as const;

type Page = Awaited<ReturnType<typeof startWork>>['page'];

/** A file as someone is given it. */
async function fileOf(page: Page, path: string) {
  const answer = await page.request.get(new URL(path, page.url()).href, { maxRedirects: 0 });
  const { 'content-type': type, 'content-disposition': named, ...headers } = answer.headers();
  return { status: answer.status(), type, named, headers, body: await answer.body() };
}

/** Nothing that one person was given is kept for another, or read as something else. */
function expectPrivate(headers: Record<string, string>): void {
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
}

async function headerOf(body: Buffer): Promise<readonly string[]> {
  const reading = await readSheetFile(body);
  return reading.kind === 'read' ? (reading.rows[0] ?? []) : [reading.why];
}

/** A session with cards on it, and its card's own page, as one of its facilitators finds them. */
async function findCards() {
  const { page, main, goTo, t } = await startWork(browser, 'facilitatore', 'en');
  await goTo('work.area.cards');
  const withCards = main.getByRole('row').filter({ hasText: 'door to door' }).getByRole('link');
  const session = (await withCards.first().getAttribute('href')) ?? '';
  await main.getByRole('link', { name: t('cards.forms.title') }).click();
  const form =
    (await main.getByRole('heading', { level: 2 }).getByRole('link').first().getAttribute('href')) ?? '';
  return { page, session, form };
}

test('templates and cards on paper come in both languages, to who works there and to nobody else', async () => {
  const { page, session, form } = await findCards();
  const idOfSession = session.split('/').at(-1) ?? '';
  const inLanguage = (path: string, language: string) => path.replace('/en/', `/${language}/`);
  const paths = {
    cards: (language: string) => `${inLanguage(session, language)}/import/template.xlsx`,
    paper: (language: string) =>
      `${inLanguage(form, language)}/card.pdf?session=${idOfSession}&from=7&count=2`,
  };

  for (const language of languages) {
    const cards = await fileOf(page, paths.cards(language));
    expect([cards.status, cards.type]).toEqual([200, xlsx]);
    expect(cards.named).toBe(`attachment; filename="pop-cards-${language}.xlsx"`);
    expectPrivate(cards.headers);
    const header = await headerOf(cards.body);
    expect(header).toHaveLength(29);
    expect(header[0]).toBe({ sq: 'Numri në kartë', en: 'Number on the card' }[language]);

    const paper = await fileOf(page, paths.paper(language));
    expect([paper.status, paper.type]).toEqual([200, 'application/pdf']);
    expect(paper.named).toBe(`inline; filename="pop-card-${language}.pdf"`);
    expectPrivate(paper.headers);
    const { text, pages, isTagged } = readPdf(paper.body);
    expect([pages, isTagged]).toEqual([2, true]);
    for (const number of [7, 8])
      expect(text).toContain({ sq: `Karta nr. ${number}`, en: `Card no. ${number}` }[language]);
  }
  // What an address asks that is no number is answered with the first cards, not with a fault.
  const odd = await fileOf(page, `${form}/card.pdf?session=x&from=-1&count=1e9`);
  expect([odd.status, odd.type]).toEqual([200, 'application/pdf']);

  const others = [
    { who: 'redaktor.kripale', cards: 404, paper: 404 },
    { who: 'koordinatore', cards: 403, paper: 200 },
    { who: 'monitor', cards: 404, paper: 403 },
    { who: 'banore', cards: 404, paper: 403 },
  ];
  for (const { who, ...expected } of others) {
    const other = await startWork(browser, who, 'en');
    const cards = await fileOf(other.page, paths.cards('en'));
    const paper = await fileOf(other.page, paths.paper('en'));
    expect({ cards: cards.status, paper: paper.status }, who).toEqual(expected);
    await other.page.context().close();
  }
  const stranger = await browser.open(page.url());
  for (const path of [paths.cards('en'), paths.paper('en')]) {
    const asked = await fileOf(stranger, path);
    expect([asked.status, asked.headers['location']]).toEqual([303, expect.stringContaining('/en/sign-in')]);
  }
});

test('templates of needs and of participants have their columns in the language of the page', async () => {
  const { page } = await startWork(browser, 'facilitatore', 'sq');
  const first = {
    needs: { sq: 'Nevoja', en: 'Need' },
    participants: { sq: 'Gjinia', en: 'Sex' },
  };
  for (const kind of ['needs', 'participants'] as const) {
    for (const language of languages) {
      for (const [format, type] of [
        ['xlsx', xlsx],
        ['csv', 'text/csv; charset=utf-8'],
      ] as const) {
        const file = await fileOf(page, `/${language}/work/listening/templates/${kind}.${format}`);
        expect([file.status, file.type]).toEqual([200, type]);
        expect(file.named).toBe(`attachment; filename="${kind}.${format}"`);
        expectPrivate(file.headers);
        expect((await headerOf(file.body))[0]).toBe(first[kind][language]);
      }
    }
  }
  for (const name of ['cards.xlsx', 'needs.pdf', 'needs']) {
    expect((await fileOf(page, `/sq/work/listening/templates/${name}`)).status).toBe(404);
  }
  const resident = await startWork(browser, 'banore', 'sq');
  expect((await fileOf(resident.page, '/sq/work/listening/templates/needs.xlsx')).status).toBe(404);
});
