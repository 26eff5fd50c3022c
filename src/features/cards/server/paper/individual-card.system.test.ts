import { expect, test } from 'vitest';
import { awkwardText, unspaced, usePdf } from '#testing/pdf.ts';
import { readPdf, structureOf } from '#testing/read-pdf.ts';
import { individualCardPdf, mostCards, type PaperCards } from './individual-card.ts';

const pdf = usePdf();

function cardOf(issues: number, statement: string, numbers: readonly number[] = []): PaperCards {
  const fields = ['Infrastrukturë', 'Qeverisje', 'Ekonomi', 'Sociale'].map((name, index) => ({
    name,
    issues: Array.from({ length: issues }, (_, position) => position + 1)
      .filter((position) => position % 4 === index)
      .map((position) => ({ position, statement: `${statement} nr${position}.` })),
  }));
  return {
    name: 'Karta individuale, botimi 2',
    network: 'Përballja e Ofertave Politike',
    municipality: 'Vlorë',
    sessionCode: 'VL-12',
    numbers,
    sexes: ['Grua', 'Burrë'],
    ageBands: ['nën 18', '18–29', '30–44', '45–64', '65 e lart'],
    scale: [1, 2, 3, 4, 5].map((value) => ({ value, label: value === 5 ? 'shumë #i' : undefined })),
    fields,
  };
}

test.each(['sq', 'en'] as const)(
  'twenty-five issues with their squares are on one page, in %s',
  async (language) => {
    const made = await individualCardPdf(pdf(), cardOf(25, 'Rrugët ë *ç*'), language);
    const { text, pages, isTagged } = readPdf(made);
    const structure = structureOf(made);
    expect([pages, isTagged]).toEqual([1, true]);
    for (let position = 1; position <= 25; position += 1)
      expect(text).toContain(`Rrugët ë *ç* nr${position}.`);
    for (const told of ['VL-12', 'Grua', '65 e lart', 'shumë #i', 'Ekonomi']) expect(text).toContain(told);
    expect(structure).toMatch(/H1[\s\S]*Table[\s\S]*TH/);
  },
);

test('issues in many words and a scale of eleven values are still on one page', async () => {
  const scale = Array.from({ length: 11 }, (_, value) => ({ value }));
  const statement =
    'Shërbimet për personat me aftësi të kufizuara, familjet e tyre dhe të moshuarit që jetojnë vetëm';
  const { text, pages } = readPdf(await individualCardPdf(pdf(), { ...cardOf(25, statement), scale }, 'sq'));
  expect(pages).toBe(1);
  expect(text).toContain('nr25.');
});

test('each number has a card of its own', async () => {
  const { text, pages } = readPdf(await individualCardPdf(pdf(), cardOf(25, 'Ujë', [7, 8, 9]), 'sq'));
  expect(pages).toBe(3);
  for (const number of [7, 8, 9]) expect(text).toContain(`Karta nr. ${number}`);
});

test('a card takes awkward words, and one without issues is still a page', async () => {
  const { text } = readPdf(
    await individualCardPdf(pdf(), { ...cardOf(4, '#let x = [1] $ë$'), unit: awkwardText }, 'en'),
  );
  expect(unspaced(text)).toContain(unspaced(awkwardText));
  expect(text.split('#let x = [1] $ë$ nr')).toHaveLength(5);
  expect(readPdf(await individualCardPdf(pdf(), cardOf(0, ''), 'sq')).pages).toBe(1);
});

test('more cards than a file may have are refused', async () => {
  const numbers = Array.from({ length: mostCards + 1 }, (_, index) => index + 1);
  await expect(individualCardPdf(pdf(), cardOf(4, 'x', numbers), 'sq')).rejects.toMatchObject({
    code: 'bad-request',
  });
});
