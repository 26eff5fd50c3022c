import { expect, test } from 'vitest';
import { awkwardText, longText, unspaced, usePdf } from '#testing/pdf.ts';
import { metadataOf, objectsOf, readPdf } from '#testing/read-pdf.ts';
import { readInformationLaw } from '../requests/read-law.ts';
import { informationRequestPdf, type RequestPaper } from './information-request.ts';

const pdf = usePdf();
const law = readInformationLaw('data/information-laws/al.json');

const paper: RequestPaper = {
  municipality: 'Fier',
  organisation: 'Qendra $e$ re',
  applicant: 'Arta Hoxha #1',
  addressee: 'Koordinatori *i* informimit',
  subject: 'Shpenzimet për rrugën',
  body: `Situacionet e punimeve\n${awkwardText}`,
  language: 'sq',
  format: 'e-mail',
  replyTo: 'zyra@shoqata.example',
  date: '2028-09-01',
  dueOn: '2028-09-15',
};

test.each(['sq', 'en'] as const)(
  'a request holds what the law says that it must, in %s',
  async (language) => {
    const made = await informationRequestPdf(pdf(), law, paper, language);
    const { text, isTagged } = readPdf(made);
    const said = [
      law.name[language],
      law.answer.article[language],
      law.complaint.to[language],
      paper.applicant,
      paper.addressee,
      paper.subject,
      'Situacionet e punimeve',
      paper.replyTo,
      language === 'sq' ? '15 shtator 2028' : '15 September 2028',
    ];
    for (const one of said) expect(unspaced(text)).toContain(unspaced(one));
    expect(isTagged).toBe(true);
    expect(metadataOf(made)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(metadataOf(made)).toContain(`<rdf:li>${language}</rdf:li>`);
  },
);

test('what is asked in another language than the letter’s is marked as such', async () => {
  expect(objectsOf(await informationRequestPdf(pdf(), law, paper, 'en'))).toMatch(/\/Lang ?\(sq\)/);
});

test('the longest request and the emptiest are documents', async () => {
  const long = { ...paper, body: `${longText}\n${longText.slice(0, 2900)}`, subject: longText.slice(0, 300) };
  expect(readPdf(await informationRequestPdf(pdf(), law, long, 'sq')).pages).toBeGreaterThan(1);
  const bare = { ...paper, applicant: '', replyTo: '', body: 'x', dueOn: null };
  expect(readPdf(await informationRequestPdf(pdf(), law, bare, 'en')).text).toContain('—');
});
