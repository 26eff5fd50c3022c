import readBook from 'read-excel-file/universal';
import { beforeAll, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addPriorities, addStatuses } from '#testing/factories.ts';
import { addMonitoring } from '#testing/factories-monitoring.ts';
import { addPublishedRound } from '#testing/factories-reports.ts';
import { rebuildTally } from '#features/monitoring/server/tally.ts';
import { translator } from '#i18n/translate.ts';
import { awkwardText, longText, unspaced, usePdf } from '#testing/pdf.ts';
import { metadataOf, objectsOf, readPdf, structureOf } from '#testing/read-pdf.ts';
import { viewReport } from '../../view/report-view.ts';
import { buildReport, sealReport, type Report } from '../build.ts';
import { writeReportBook } from '../workbook.ts';
import { reportPdf, type Imprint } from './report.ts';

const database = useDatabase();
const pdf = usePdf();
let own: Report;
let network: Report;

const imprint: Imprint = {
  edition: { edition: 2, publishedOn: '2028-11-15' },
  dataSha256: 'a'.repeat(64),
  permalink: 'https://pop.example.org/sq/municipalities/fier/reports/2027-2028',
  dataAddress: `https://pop.example.org/files/${'a'.repeat(64)}`,
};

beforeAll(async () => {
  const app: App = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  const all = await addMonitoring(app.db);
  const round = await addPublishedRound(app.db, all);
  const [extra] = await addPriorities(app.db, all.contract.id, [
    { position: 3, statement: JSON.stringify({ sq: `Vetëm shqip ${awkwardText}` }) },
  ]);
  const given = ['fully', 'not', 'no-data'] as const;
  await addStatuses(
    app.db,
    [...all.priorities, ...(extra ? [extra] : [])].map(({ id }, index) => ({
      priority_id: id,
      round_id: round.id,
      status: given[index] ?? 'partly',
      rationale: JSON.stringify({ sq: `Arsye ${awkwardText}`, en: `Reason ${awkwardText}` }),
    })),
  );
  await rebuildTally(app.db);
  own = await buildReport(app, { round: round.key, municipality: all.municipality.key });
  network = await buildReport(app, { round: round.key, municipality: null });
});

const fullest = (): Report => ({
  ...own,
  foreword: { sq: `Parathënie ${longText}\n\nDy ${awkwardText}`, en: 'Foreword' },
  lessons: { sq: 'Mësim *i* parë' },
  since: { edition: 1, publishedOn: '2028-11-01', foreword: true, lessons: false },
  replies: [
    {
      key: 'r1',
      municipality: 'Fier',
      priority: null,
      number: null,
      requestedOn: '2028-10-01',
      dueOn: '2028-10-22',
      repliedOn: '2028-10-20',
      capacity: { sq: 'kryetar' },
      answer: { sq: `Jemi dakord ${awkwardText}` },
      personName: 'Arta #1',
      actions: [{ number: '2', statement: { sq: 'Do të shtrohet' }, dueOn: '2029-05' }],
      documents: [
        {
          title: `Vendimi ${awkwardText}`,
          sha256: 'b'.repeat(64),
          copySha256: 'c'.repeat(64),
          size: 123_456,
        },
        { title: 'I vulosur', sha256: 'd'.repeat(64), copySha256: null, size: null },
      ],
      changes: [
        { number: '1', position: 2, before: 'none', after: 'partial', reason: { sq: 'Sepse ka dëshmi' } },
      ],
    },
    {
      key: 'r2',
      municipality: 'Fier',
      priority: own.priorities[0]?.key ?? '',
      number: '1',
      requestedOn: '2028-10-01',
      dueOn: '2028-10-22',
      repliedOn: null,
      capacity: null,
      answer: null,
      personName: null,
      actions: [],
      documents: [],
      changes: [],
    },
  ],
  agreement: {
    units: 40,
    agreed: 34,
    kappa: 0.7,
    alpha: 0.815,
    low: 0.7,
    high: 0.9,
    computedOn: '2028-11-15',
  },
  activities: [{ kind: 'listening', events: 3, counted: 2, participants: 41 }],
  participants: [{ sex: 'women', ageBand: '18-29', people: 21 }],
});

/** The rows of all sheets, as text. */
async function cellsOf(book: Buffer): Promise<string[][]> {
  const sheets = await readBook(new Uint8Array(book).buffer);
  return sheets.flatMap(({ data }) =>
    data.map((row) => row.filter((cell) => cell !== null).map((cell) => String(cell))),
  );
}

const documents = [
  ['a municipality’s', 'sq'],
  ['a municipality’s', 'en'],
  ['the network’s', 'sq'],
  ['the network’s', 'en'],
] as const;

test.each(documents)('%s report is PDF/UA-1 in %s', async (whose, language) => {
  const report = whose === 'the network’s' ? { ...fullest(), ...network } : fullest();
  const made = await reportPdf(pdf(), report, imprint, language);
  const { isTagged, title } = readPdf(made);
  expect(isTagged).toBe(true);
  expect(title).toContain('2027');
  expect(metadataOf(made)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(metadataOf(made)).toContain(`<rdf:li>${language}</rdf:li>`);
  const objects = objectsOf(made);
  // The reader shows the title and not the name of the file, reads in the language, and has bookmarks.
  expect(objects).toMatch(/\/DisplayDocTitle true/);
  expect(objects).toMatch(new RegExp(`/Lang ?\\(${language}\\)`));
  expect(objects).toMatch(/\/Outlines \d+ 0 R/);
  const structure = structureOf(made);
  expect(structure.match(/^\s*H\d/gm)?.[0]?.trim()).toBe('H1');
  expect(structure.match(/^\s*H1\b/gm)).toHaveLength(1);
  const count = (tag: string) => structure.match(new RegExp(`^\\s*${tag}\\b`, 'gm'))?.length ?? 0;
  expect(count('Table')).toBeGreaterThan(0);
  expect(count('THead')).toBe(count('Table'));
  const words = objects.matchAll(/\/Alt ?(\(.*?[^\\]\)|<[\da-f]+>)/gis);
  expect(new Set([...words].map(([, alt]) => alt)).size).toBe(count('Figure'));
});

test('headings, tables with header cells and drawings with words are tagged in reading order', async () => {
  const made = await reportPdf(pdf(), fullest(), imprint, 'en');
  const structure = structureOf(made);
  expect(structure).toMatch(/H1[\s\S]*Figure[\s\S]*H2[\s\S]*H3[\s\S]*Table[\s\S]*TH[\s\S]*TD[\s\S]*H2/);
  // Every drawing has words: the code at the head, a bar for the round, and one for the field.
  const drawings = structure.match(/^\s*Figure/gm)?.length ?? 0;
  const bars = own.history.length + own.fields.length;
  expect(drawings).toBe(bars + 1);
  const words = new Set([...objectsOf(made).matchAll(/\/Alt ?\((.*?[^\\])\)/gs)].map(([, alt]) => alt));
  expect(words.size).toBe(drawings);
  expect([...words].filter((alt) => alt?.startsWith('Bar chart of the status'))).toHaveLength(bars);
});

test('a part in another language is marked as such', async () => {
  const made = objectsOf(await reportPdf(pdf(), own, imprint, 'en'));
  expect(made).toMatch(/\/Lang ?\(en\)/);
  expect(made).toMatch(/\/Lang ?\(sq\)/);
});

test('the SHA-256 of the data and the permanent address are printed', async () => {
  const { text } = readPdf(await reportPdf(pdf(), own, imprint, 'en'));
  expect(unspaced(text)).toContain(imprint.dataSha256);
  expect(unspaced(text)).toContain(imprint.permalink);
  expect(unspaced(text)).toContain(imprint.dataAddress);
});

test('everything that was written, replied and counted stands in it, literally', async () => {
  const { text } = readPdf(await reportPdf(pdf(), fullest(), imprint, 'sq'));
  for (const said of [
    longText,
    `Dy ${awkwardText}`,
    'Mësim *i* parë',
    `Arsye ${awkwardText}`,
    `Jemi dakord ${awkwardText}`,
    'Arta #1',
    'Për prioritetin 2: Do të shtrohet',
    `Vendimi ${awkwardText} (124 kB)`,
    `SHA-256 ${'c'.repeat(64)}`,
    `SHA-256 ${'d'.repeat(64)}`,
    'Sepse ka dëshmi',
    'Ç’ndryshoi që nga botimi 1',
    'Parathënia u ndryshua.',
    'nuk u përgjigj deri më',
    '0,815',
  ]) {
    expect(unspaced(text)).toContain(unspaced(said));
  }
});

test('a report of which little is known is still a document, and so is the network’s', async () => {
  const bare = { ...own, priorities: [], fields: [], history: [] };
  expect(readPdf(await reportPdf(pdf(), bare, { ...imprint, edition: undefined }, 'sq')).isTagged).toBe(true);
  const { text } = readPdf(await reportPdf(pdf(), network, imprint, 'en'));
  expect(text).toContain('Fier');
  expect(text).toContain('Contracts differ: this is not a ranking.');
});

test('page, PDF, workbook and data say the same figures', async () => {
  for (const report of [own, network]) {
    for (const language of ['sq', 'en'] as const) {
      const view = viewReport(report, language);
      const text = unspaced(readPdf(await reportPdf(pdf(), report, imprint, language)).text);
      const book = await cellsOf(await writeReportBook(report, language, (path) => path));
      const { counts, missing } = report.figures;
      for (const [status, count] of [
        ['fully', counts.fully],
        ['partly', counts.partly],
        ['not', counts.not],
        ['no-data', counts.noData],
        ['not-assessed', missing],
      ] as const)
        expect(book).toContainEqual([translator(language)(`status.${status}`), String(count)]);
      for (const { label, value } of view.indicators) {
        expect(text).toContain(unspaced(value));
        expect(book.some(([first, second]) => first === label && second === value)).toBe(true);
      }
      for (const line of view.priorities) {
        expect(text).toContain(unspaced(line.statusWords));
        expect(book.some((row) => row[0] === line.number && row[3] === line.statusWords)).toBe(true);
      }
      for (const row of view.municipalities) {
        expect(text).toContain(unspaced(row.name));
        expect(book.some((cells) => cells[0] === row.name && cells[6] === row.fullyShare)).toBe(true);
      }
      expect(JSON.parse(sealReport(report).json)).toMatchObject({ figures: { counts, missing } });
    }
  }
});

test('the same data gives the same bytes, other data others', async () => {
  const [one, same, other] = await Promise.all([
    reportPdf(pdf(), own, imprint, 'sq'),
    reportPdf(pdf(), structuredClone(own), imprint, 'sq'),
    reportPdf(pdf(), { ...own, lessons: { sq: 'Tjetër' } }, imprint, 'sq'),
  ]);
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
});
