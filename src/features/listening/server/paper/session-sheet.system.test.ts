import { expect, test } from 'vitest';
import { awkwardText, unspaced, usePdf } from '#testing/pdf.ts';
import { readPdf, structureOf } from '#testing/read-pdf.ts';
import { sessionSheetPdf, type SessionSheet } from './session-sheet.ts';

const pdf = usePdf();

const sheet: SessionSheet = {
  kind: 'Fokus grup',
  date: '2026-12-04',
  startsAt: '17:30',
  place: awkwardText,
  unit: 'Qendër Vlorë',
  municipality: 'Vlorë',
  organisation: 'Qendra për Qytetari Aktive',
  network: 'Përballja e Ofertave Politike',
  sessionCode: 'VL-12',
  facilitators: ['Arta #Hoxha'],
  sexes: ['Gra', 'Burra', 'nuk dihet'],
  ageBands: ['nën 18', '18–29', '30–44', '45–64', '65 e lart', 'nuk dihet'],
  groups: ['të rinj', 'fermerë', 'romë dhe egjiptianë'],
  fields: ['Infrastrukturë', 'Qeverisje'],
};

test.each(['sq', 'en'] as const)(
  'the sheet is two pages with a place for everything, in %s',
  async (language) => {
    const made = await sessionSheetPdf(pdf(), sheet, language);
    const { text, pages, isTagged } = readPdf(made);
    const structure = structureOf(made);
    expect([pages, isTagged]).toEqual([2, true]);
    for (const told of [
      awkwardText,
      'VL-12',
      'Arta #Hoxha',
      '45–64',
      'fermerë',
      'Infrastrukturë · Qeverisje',
    ]) {
      expect(unspaced(text)).toContain(unspaced(told));
    }
    expect(structure.match(/^ *Table/gm)).toHaveLength(3);
  },
);

test('a session whose facilitators are not known has lines for two', async () => {
  const { text } = readPdf(
    await sessionSheetPdf(pdf(), { ...sheet, facilitators: [], groups: [], startsAt: undefined }, 'en'),
  );
  expect(text.split('Name and signature').length - 1).toBe(2);
});
