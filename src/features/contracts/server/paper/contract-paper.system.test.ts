import { expect, test } from 'vitest';
import { awkwardText, longText, unspaced, usePdf } from '#testing/pdf.ts';
import { metadataOf, objectsOf, readPdf, structureOf } from '#testing/read-pdf.ts';
import { contractPdf, type ContractPaper, type PaperPriority } from './contract-paper.ts';

const pdf = usePdf();

const water: PaperPriority = {
  number: '1',
  heading: { sq: 'Ujë çdo ditë', en: 'Water every day' },
  statement: { sq: `Statuti ${awkwardText}`, en: `Statement ${awkwardText}` },
  field: { sq: 'Infrastrukturë', en: 'Infrastructure' },
  places: [{ unit: 'Novoselë', locality: 'Mifol' }, { unit: 'Çelëz' }],
  coverage: 'listed',
  directorate: 'Drejtoria *e* ujit',
  components: [
    {
      statement: { sq: 'Depoja e re' },
      shownBy: { sq: 'Akti i dorëzimit' },
      due: '2026-06',
      competence: 'shared',
    },
  ],
};

const contract: ContractPaper = {
  municipality: 'Vlorë',
  mandate: '2023–2027',
  organisation: 'Qendra $e$ re',
  network: 'Përballja e Ofertave Politike',
  version: '3',
  date: '2026-11-20',
  isForSignature: true,
  bindingLanguage: 'sq',
  priorities: [water],
  signatories: [{ capacity: 'Kandidate', name: 'Arta Hoxha #1' }, { capacity: 'Për këshillin' }],
  address: 'https://pop.example.org/sq/contracts/vlore-2023',
};

const draftLines = { sq: 'Projekt, jo për nënshkrim', en: 'Draft, not for signature' } as const;

test.each(['sq', 'en'] as const)(
  'everything that a contract says stands in it, literally, in %s',
  async (language) => {
    const { text, isTagged } = readPdf(await contractPdf(pdf(), contract, language));
    const said = [
      language === 'sq' ? 'Kontrata Sociale e bashkisë Vlorë' : 'Social Contract of Vlorë',
      'Novoselë (Mifol), Çelëz',
      'Drejtoria *e* ujit',
      'Qendra $e$ re',
      'Arta Hoxha #1',
      'Për këshillin',
      'Depoja e re',
      'Akti i dorëzimit',
      contract.address,
      water.statement[language] ?? '',
      water.heading?.[language] ?? '',
    ];
    for (const one of said) expect(unspaced(text)).toContain(unspaced(one));
    expect(isTagged).toBe(true);
    expect(text).not.toContain(draftLines[language]);
  },
);

test('the text that binds says so, and the other says that it is a translation', async () => {
  const [albanian, english] = await Promise.all(
    (['sq', 'en'] as const).map(
      async (language) => readPdf(await contractPdf(pdf(), contract, language)).text,
    ),
  );
  expect(albanian).toContain('në shqip, është ai që detyron');
  expect(english).toContain('Translation. The text that binds is the one in Albanian.');
});

test('a draft says on every page that it is not for signature, and has no place to sign', async () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...water, number: String(index + 1) }));
  const draft = { ...contract, priorities: many, isForSignature: false };
  const { text, pages } = readPdf(await contractPdf(pdf(), draft, 'en'));
  expect(pages).toBeGreaterThan(2);
  expect(text.split(draftLines.en).length - 1).toBeGreaterThanOrEqual(pages);
  expect(text).not.toContain('Arta Hoxha');
});

test('headings, the table of places and the code are tagged in reading order', async () => {
  const made = await contractPdf(pdf(), contract, 'sq');
  const structure = structureOf(made);
  expect(structure).toMatch(
    /H1[\s\S]*Figure[\s\S]*H2[\s\S]*H3[\s\S]*H4[\s\S]*Table[\s\S]*TH[\s\S]*TD[\s\S]*H2/,
  );
  expect(metadataOf(made)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(metadataOf(made)).toContain('<rdf:li>sq</rdf:li>');
});

test('the same contract gives the same bytes, another version others', async () => {
  const [one, same, other] = await Promise.all([
    contractPdf(pdf(), contract, 'sq'),
    contractPdf(pdf(), structuredClone(contract), 'sq'),
    contractPdf(pdf(), { ...contract, version: '4' }, 'sq'),
  ]);
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
});

test('a contract without priorities or signatories is still a document', async () => {
  const empty = { ...contract, priorities: [], signatories: [] };
  const { text } = readPdf(await contractPdf(pdf(), empty, 'en'));
  expect(text).toContain('No priorities yet.');
});

test('forty priorities with the longest texts lose nothing', async () => {
  const priorities = Array.from({ length: 40 }, (_, index) => ({
    ...water,
    number: String(index + 1),
    heading: index % 2 === 0 ? undefined : { sq: `Titull${index + 1}fund ${'Ujë'.repeat(60)}` },
    statement: { sq: `Nis${index + 1}këtu ${index % 4 === 0 ? longText : ''} mbaron${index + 1}këtu` },
    components: [
      { statement: { sq: longText.slice(0, 200) }, shownBy: { sq: 'Akti' }, competence: 'own' as const },
    ],
  }));
  const { text, pages } = readPdf(await contractPdf(pdf(), { ...contract, priorities }, 'sq'));
  for (const { number } of priorities) {
    expect(text).toContain(`Nis${number}këtu`);
    expect(text).toContain(`mbaron${number}këtu`);
  }
  expect(unspaced(text)).toContain('Ujë'.repeat(60));
  expect(pages).toBeGreaterThan(20);
});

test('priorities are listed by place: first what is for all, then in the order of the Albanian alphabet', async () => {
  const everywhere = { ...water, number: '2', places: [], coverage: 'municipality' as const };
  const { text } = readPdf(await contractPdf(pdf(), { ...contract, priorities: [water, everywhere] }, 'sq'));
  expect(text.slice(text.indexOf('Prioritetet sipas vendit'))).toMatch(/E gjithë bashkia.*Çelëz.*Novoselë/);
});

test('a part in another language is marked as such, and the code is told in words', async () => {
  const objects = objectsOf(await contractPdf(pdf(), contract, 'en'));
  expect(objects).toMatch(/\/Lang ?\(en\)/);
  expect(objects).toMatch(/\/Lang ?\(sq\)/);
  expect(objects).toContain(`QR code that leads to ${contract.address}`);
  const whole = { ...contract, priorities: [] };
  expect(objectsOf(await contractPdf(pdf(), whole, 'en'))).not.toMatch(/\/Lang ?\(sq\)/);
});
