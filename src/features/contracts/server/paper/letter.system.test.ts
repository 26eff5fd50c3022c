import { expect, test } from 'vitest';
import { awkwardText, longText, unspaced, usePdf } from '#testing/pdf.ts';
import { readPdf, structureOf } from '#testing/read-pdf.ts';
import { letterPdf, signingInvitationPdf } from './letter.ts';

const pdf = usePdf();

const invitation = {
  to: 'candidate',
  network: 'Përballja e Ofertave Politike',
  organisation: 'Qendra për Qytetari Aktive',
  place: 'Vlorë',
  date: '2027-03-20',
  recipient: ['Arta #Hoxha', 'Kandidate për kryetare bashkie'],
  municipality: 'Vlorë',
  mandate: '2027–2031',
  priorities: 12,
  answerBy: '2027-04-05',
  address: 'https://pop.example.org/sq/contracts/vlore-2027',
} as const;

test.each(['sq', 'en'] as const)(
  'the invitation to sign names contract, addressee and date, in %s',
  async (language) => {
    const { text, pages, isTagged } = readPdf(await signingInvitationPdf(pdf(), invitation, language));
    const date = language === 'sq' ? 'e hënë, 5 prill 2027' : 'Monday, 5 April 2027';
    for (const told of ['Arta #Hoxha', date, '2027–2031', invitation.address]) expect(text).toContain(told);
    expect([pages, isTagged]).toEqual([1, true]);
  },
);

test('candidate, mayor and council are each asked in words of their own', async () => {
  const texts = await Promise.all(
    (['candidate', 'mayor', 'council'] as const).map(async (to) => {
      return readPdf(await signingInvitationPdf(pdf(), { ...invitation, to }, 'en')).text;
    }),
  );
  expect(texts[0]).toContain('As a candidate for mayor');
  expect(texts[1]).toContain('As mayor');
  expect(texts[2]).toContain('The municipal council');
});

test('a letter keeps its paragraphs and takes any text, without an address too', async () => {
  const { network, organisation, place, date } = invitation;
  const letter = {
    network,
    organisation,
    place,
    date,
    recipient: [],
    subject: awkwardText,
    text: `${awkwardText}\n\n${longText}`,
  };
  const made = await letterPdf(pdf(), letter, 'sq');
  const { text } = readPdf(made);
  const structure = structureOf(made);
  expect(unspaced(text).split(unspaced(awkwardText))).toHaveLength(3);
  expect(structure.match(/^ *P \(block\)/gm)?.length).toBeGreaterThan(1);
  expect(structure).not.toContain('Figure');
});
