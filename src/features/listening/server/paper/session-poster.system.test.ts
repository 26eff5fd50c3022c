import { expect, test } from 'vitest';
import { usePdf } from '#testing/pdf.ts';
import { metadataOf, readPdf, structureOf } from '#testing/read-pdf.ts';
import { sessionPosterPdf, type SessionPoster } from './session-poster.ts';

const pdf = usePdf();

const poster: SessionPoster = {
  kind: 'Fokus grup',
  date: '2026-12-04',
  startsAt: '17:30',
  place: 'Shtëpia e Kulturës, salla #3',
  unit: 'Qendër Vlorë',
  municipality: 'Vlorë',
  invitedBy: 'Qendra *Çajupi* & $Shokët$',
  network: 'Përballja e Ofertave Politike',
  about: 'Rruga për në shkollë #let x = 1',
  address: 'https://pop.example.org/sq/events/vlore-2026-12-04',
};

test.each(['sq', 'en'] as const)(
  'the poster tells when, where, who and what about, literally, in %s',
  async (language) => {
    const made = await sessionPosterPdf(pdf(), poster, language);
    const { text, pages, isTagged } = readPdf(made);
    const structure = structureOf(made);
    const when = language === 'sq' ? 'e premte, 4 dhjetor 2026' : 'Friday, 4 December 2026';
    for (const told of [
      when,
      '17:30',
      poster.place,
      poster.invitedBy,
      poster.about,
      'Fokus grup · Qendër Vlorë',
    ]) {
      expect(text).toContain(told);
    }
    expect(text.replaceAll(' ', '')).toContain(poster.address);
    expect([pages, isTagged]).toEqual([1, true]);
    expect(structure).toMatch(/H1[\s\S]*Figure/);
  },
);

test('the poster declares PDF/UA, its title and its language', async () => {
  const made = await sessionPosterPdf(pdf(), poster, 'en');
  const metadata = metadataOf(made);
  expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(metadata).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li>');
  expect(readPdf(made).title).toBe('Fokus grup, Qendër Vlorë, 4 December 2026');
});

test('the same session gives the same bytes', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => sessionPosterPdf(pdf(), poster, 'sq')));
  expect(one).toEqual(other);
  expect(one).not.toEqual(await sessionPosterPdf(pdf(), { ...poster, startsAt: '18:30' }, 'sq'));
});

test('a session of which little is known still has a poster', async () => {
  const bare = { ...poster, startsAt: undefined, place: '', unit: undefined, about: undefined };
  const { text, pages } = readPdf(await sessionPosterPdf(pdf(), bare, 'sq'));
  expect(text).toContain('Kontratën Sociale');
  expect(text).toContain('Ku Vlorë');
  expect(pages).toBe(1);
});

test('a poster takes very long texts and letters of every script', async () => {
  const long = {
    ...poster,
    about: 'Rruga ë ç '.repeat(80),
    place: `${'Gjatë'.repeat(60)} 你好 \u{1F600} שלום`,
    invitedBy: 'Organizata '.repeat(30),
  };
  const { text } = readPdf(await sessionPosterPdf(pdf(), long, 'en'));
  expect(text.replaceAll(/[\s\u200b]/g, '')).toContain('Gjatë'.repeat(60));
  expect(text).toContain('Rruga ë ç '.repeat(3));
});
