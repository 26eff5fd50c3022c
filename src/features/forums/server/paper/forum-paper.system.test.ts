import { expect, test } from 'vitest';
import { translator } from '#i18n/translate.ts';
import { awkwardText, longText, unspaced, usePdf } from '#testing/pdf.ts';
import { readPdf, structureOf } from '#testing/read-pdf.ts';
import { answers } from '../../answer.ts';
import { answersTablePdf, type AnswersTable } from './answers-table.ts';
import { forumProgrammePdf, type ForumProgramme } from './programme.ts';

const pdf = usePdf();
const place = {
  municipality: 'Vlorë',
  network: 'Përballja e Ofertave Politike',
  title: 'Forumi publik, Vlorë',
};
const address = 'https://pop.example.org/sq/events/forum-vlore-2027';

function tableOf(candidates: number, priorities: number, words?: string): AnswersTable {
  return {
    ...place,
    address,
    order: 'lot',
    candidates: Array.from({ length: candidates }, (_, index) => ({ name: `Kandidat${index + 1}` })),
    priorities: Array.from({ length: priorities }, (_, row) => ({
      number: String(row + 1),
      text: `Prioritet${row + 1}fund`,
      answers: Array.from({ length: candidates }, (_, index) => ({
        answer: answers[(row + index) % answers.length] ?? 'no-answer',
        words,
      })),
    })),
  };
}

test.each(['sq', 'en'] as const)(
  'eight candidates and twelve priorities are on one page, in the order of the lot, in %s',
  async (language) => {
    const made = await answersTablePdf(pdf(), tableOf(8, 12, 'po, por #jo'), language);
    const { text, pages, isTagged } = readPdf(made);
    const structure = structureOf(made);
    expect([pages, isTagged]).toEqual([1, true]);
    expect(text).toMatch(/Kandidat1 .*Kandidat2 .*Kandidat8/);
    expect(text).toContain('Prioritet12fund');
    // The words that stand on the page of the forum as well.
    for (const kind of answers) expect(text).toContain(translator(language)(`forum.answer.${kind}`));
    expect(text).toContain('po, por #jo');
    expect(structure).toMatch(/TH[\s\S]*TD/);
  },
);

test('a larger table goes on with its header on the next page and loses nothing', async () => {
  const { text, pages } = readPdf(await answersTablePdf(pdf(), tableOf(6, 40, longText.slice(0, 300)), 'sq'));
  expect(pages).toBeGreaterThan(1);
  expect(text.split('Kandidat6').length - 1).toBe(pages);
  for (let row = 1; row <= 40; row += 1) expect(text).toContain(`Prioritet${row}fund`);
});

test('an answer that nobody wrote down is not told as a refusal to answer', async () => {
  const table = tableOf(2, 1);
  const silent = { ...table, priorities: table.priorities.map((one) => ({ ...one, answers: [] })) };
  const { text } = readPdf(await answersTablePdf(pdf(), silent, 'en'));
  // Once in the legend, once for each candidate.
  expect(text.split('Not recorded yet').length - 1).toBe(3);
  expect(text.split('No answer').length - 1).toBe(1);
});

test('a table without candidates says so', async () => {
  expect(readPdf(await answersTablePdf(pdf(), tableOf(0, 0), 'en')).text).toContain('No priorities yet.');
});

const programme: ForumProgramme = {
  ...place,
  date: '2027-04-12',
  place: `Teatri ${awkwardText}`,
  organisation: 'Qendra për Qytetari Aktive',
  moderator: 'Mira Kola',
  candidates: [{ name: 'Drita', party: 'Lista *qytetare*' }, { name: 'Arta' }],
  slotMinutes: 2,
  items: [{ startsAt: '17:00', title: 'Hapja', note: longText }],
  priorities: [{ number: '1', text: 'Ujë' }],
  address,
};

test.each(['sq', 'en'] as const)(
  'the programme has time, place, candidates by lot and priorities, in %s',
  async (language) => {
    const { text, isTagged } = readPdf(await forumProgrammePdf(pdf(), programme, language));
    for (const told of [awkwardText, '17:00', 'Hapja', longText, 'Lista *qytetare*', 'Mira Kola', address]) {
      expect(unspaced(text)).toContain(unspaced(told));
    }
    expect(text).toMatch(/Drita.*Arta/);
    expect(isTagged).toBe(true);
  },
);

test('a programme of which little is known is still a document', async () => {
  const bare = {
    ...programme,
    place: '',
    moderator: undefined,
    candidates: [],
    slotMinutes: undefined,
    items: [],
    priorities: [],
  };
  expect(readPdf(await forumProgrammePdf(pdf(), bare, 'sq')).text).toContain('Ku Vlorë');
});
