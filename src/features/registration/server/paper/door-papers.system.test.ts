import { expect, test } from 'vitest';
import { usePdf } from '#testing/pdf.ts';
import { metadataOf, readPdf } from '#testing/read-pdf.ts';
import { badgesPdf, doorListPdf, type Expected } from './door-papers.ts';

const pdf = usePdf();
const event = {
  title: { sq: 'Konferenca kombëtare', en: 'National conference' },
  organisation: { sq: 'GADC' },
  startsOn: '2027-05-12',
  startsAt: '10:00',
  endsOn: '2027-05-12',
  endsAt: '13:00',
  place: { sq: 'Tiranë' },
  hall: {},
};
const named = (name: string, state: Expected['state'] = 'place'): Expected => ({
  name,
  state,
  arrivedAt: null,
  code: 'POP-abcdefghijklmnop',
});
const at = new Date('2027-05-11T10:00:00Z');

test('the list of the door stands in the order of the alphabet, who waits apart, as PDF/UA', async () => {
  const people = [named('Zana'), named('Çela #x$'), named('Cana'), named('Waits', 'waiting')];
  const made = await doorListPdf(pdf(), { event, people, at }, 'en');
  const { text, isTagged } = readPdf(made);
  const at4 = ['Cana', 'Çela #x$', 'Zana', 'Waits'].map((name) => text.indexOf(name));
  expect(at4).toEqual(at4.toSorted((a, b) => a - b));
  expect(at4).not.toContain(-1);
  expect(isTagged).toBe(true);
  expect(metadataOf(made)).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('eight badges stand on a page, also with long names', async () => {
  const people = Array.from({ length: 9 }, (_, index) =>
    named(index === 0 ? 'Aleksandra '.repeat(18) : `P${index}`),
  );
  const { pages, text } = readPdf(await badgesPdf(pdf(), { event, people }, 'sq'));
  expect(pages).toBe(2);
  expect(text).toContain('P8');
  expect(readPdf(await badgesPdf(pdf(), { event, people: [] }, 'sq')).pages).toBe(1);
});
