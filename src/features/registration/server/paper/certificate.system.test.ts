import { expect, test } from 'vitest';
import { usePdf } from '#testing/pdf.ts';
import { metadataOf, readPdf } from '#testing/read-pdf.ts';
import { certificatePdf, type Attended } from './certificate.ts';

const pdf = usePdf();

const attended: Attended = {
  name: 'Besa #Çeli* $x$',
  proof: `https://pop.example/sq/certificates/konferenca-2027/${'a'.repeat(48)}`,
  event: {
    title: { sq: 'Konferenca kombëtare', en: 'National conference' },
    organisation: { sq: 'GADC' },
    startsOn: '2027-05-12',
    startsAt: '10:00',
    endsOn: '2027-05-12',
    endsAt: '13:00',
    place: { sq: 'Tiranë' },
    hall: {},
  },
};

test.each(['sq', 'en'] as const)(
  'the certificate names who, what and when, literally, as PDF/UA (%s)',
  async (language) => {
    const made = await certificatePdf(pdf(), attended, language);
    const { text, pages, isTagged } = readPdf(made);
    for (const told of [attended.name, attended.event.title[language] ?? '', 'Tiranë', '10:00']) {
      expect(text).toContain(told);
    }
    expect([pages, isTagged]).toEqual([1, true]);
    expect(metadataOf(made)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  },
);

test('the longest names stay on one page', async () => {
  const long = { ...attended, name: 'Aleksandra '.repeat(18).trim() };
  const event = { ...attended.event, title: { sq: 'Konferenca '.repeat(20).trim() }, endsOn: '2027-05-13' };
  expect(readPdf(await certificatePdf(pdf(), { ...long, event }, 'sq')).pages).toBe(1);
});
