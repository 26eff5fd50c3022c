import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Fields } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import { writeTemplate } from '#server/spreadsheet/write-sheet.ts';
import { kindFields } from '../../fields.ts';
import { evidenceKinds, stances } from '../../kind.ts';
import { cellsOfFields, fieldColumns, fieldsOfCells } from './cells.ts';
import { choicesOf, isChoiceColumn, valueOf, wordOf } from './choices.ts';
import { evidenceColumns, listedValues } from './columns.ts';
import { componentsOfCell, filesOfCell, readersOfCell } from './lists.ts';

const components = [1, 2].flatMap((priorityPosition) =>
  [1, 2, 10].map((position) => ({
    id: `${priorityPosition}0000000-0000-4000-8000-0000000000${String(position).padStart(2, '0')}`,
    priorityPosition,
    position,
    statement: { sq: 'Rruga shtrohet', en: 'The road is paved' },
  })),
);
const people = [
  { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Arta Hoxha' },
  { id: 'bbbbbbbb-0000-4000-8000-000000000002', name: 'Arta Hoxha' },
  { id: 'cccccccc-0000-4000-8000-000000000003', name: 'Besa; [Dija]' },
];
const lists = { components, people };
const [sq, en] = [translator('sq'), translator('en')];

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('=1+1', "'=x", '-5', '@a', '+355 4', '1.10'),
  )
  .map(sanitised);
const dayText = fc.constantFrom('2028-05-03', '2027-12-31', '2028');

/** The fields of an item of any kind, as its form would show them. */
const item: fc.Arbitrary<Fields> = fc.constantFrom(...evidenceKinds).chain((kind) => {
  const own = kindFields[kind].map((field) => {
    switch (field.control) {
      case 'choice':
        return [field.name, fc.constantFrom(...field.options)] as const;
      case 'number':
        return [field.name, fc.oneof(fc.nat(), fc.constantFrom(-41.327, 0.5, 19.5561)).map(String)] as const;
      case 'time':
        return [field.name, fc.constantFrom('09:05', '')] as const;
      case 'day':
        return [field.name, dayText] as const;
      case 'text':
        return [field.name, words] as const;
    }
  });
  return fc.record({
    ...Object.fromEntries<fc.Arbitrary<string>>(own),
    kind: fc.constant(kind),
    class: fc.constantFrom('E1', 'E5'),
    stance: fc.constantFrom(...stances),
    dated: dayText,
    showsSq: words.filter((text) => text !== ''),
    showsEn: words,
    bindingLanguage: fc.constantFrom(...languages),
    publisher: words,
    url: fc.constantFrom('', 'https://example.org/?a=1&b=<2>'),
    components: fc.subarray(
      components.map(({ id }) => id),
      { minLength: 1 },
    ),
    ofMunicipality: fc.constantFrom('', 'yes'),
    visibility: fc.constantFrom('public', 'private'),
    readers: fc.subarray(people.map(({ id }) => id)),
  });
});

const said = (fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== '' && value.length > 0)
      .map(([name, value]) => [name, typeof value === 'string' ? value : [...value].toSorted()]),
  );

test('any item comes back from a spreadsheet as it went in, in whichever language it was taken out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...languages),
      async (items, language) => {
        const t = translator(language);
        const rows = items.map((fields) => {
          const cells = cellsOfFields(fields, lists, t);
          return evidenceColumns.map(({ key }) => cells[key] ?? '');
        });
        const reading = await readSheetFile(await writeTemplate(evidenceColumns, language, rows));
        if (reading.kind === 'refused') throw new Error(reading.why);
        const { records, faults } = readRecords(reading.rows, evidenceColumns);
        expect(faults).toEqual([]);
        const read = records.map(({ cells }) => fieldsOfCells(cells, lists, language === 'sq' ? en : sq));
        expect(read.flatMap((one) => one.faults)).toEqual([]);
        expect(read.map(({ fields }) => said(fields))).toEqual(items.map(said));
      },
    ),
    { numRuns: 20 },
  );
});

test.each(languages)(
  'no two columns have one name, nor two values of a column one word, in %s',
  (language) => {
    const headers = evidenceColumns.map(({ header }) => folded(header[language]));
    expect(new Set(headers).size).toBe(headers.length);
    for (const column of fieldColumns.filter(isChoiceColumn)) {
      const t = translator(language);
      for (const { value } of choicesOf(column))
        expect(valueOf(column, wordOf(column, value, t))).toBe(value);
    }
  },
);

test('a component is named by its letter alone, which no spreadsheet takes for a number or a day', () => {
  const at = (cell: string) => componentsOfCell(cell, components);
  expect(at('p1.2, P2.10;P1.2').ids).toEqual([components[1]?.id, components[5]?.id]);
  expect(at('1.10 P9.9')).toEqual({ ids: [], unknown: ['1.10', 'P9.9'] });
});

test('who has a name that another has too is named by their mark', () => {
  const at = (cell: string) => readersOfCell(cell, people);
  expect(at('arta hoxha').unknown).toEqual(['arta hoxha']);
  expect(at('x [BBBBBBBB]; Arta Hoxha [aaaaaaaa]').ids).toEqual([people[1]?.id, people[0]?.id]);
});

test('files are named on lines of their own or between semicolons', () => {
  expect(filesOfCell('a, b.jpg; c.pdf\n d.png ;')).toEqual(['a, b.jpg', 'c.pdf', 'd.png']);
});

test('a word that a column does not take, and a cell that the kind does not have, are told', () => {
  const told = (cells: Record<string, string>) =>
    fieldsOfCells({ kind: 'Vëzhgim', ...cells }, lists, en).faults.map(
      ({ column, key }) => `${column} ${key}`,
    );
  expect(told({ stance: 'perhaps' })).toEqual(['stance spreadsheet.fault.choice']);
  expect(told({ kind: 'rumour' })).toEqual(['kind spreadsheet.fault.choice']);
  expect(told({ kind: '' })).toEqual(['kind form.fault.missing']);
  expect(told({ number: '12', altSq: 'x' })).toEqual([
    'number evidence.sheet.not-of-kind',
    'altSq evidence.sheet.not-of-kind',
  ]);
  expect(told({ kind: 'Photograph', altEn: 'x' })).toEqual(['altEn evidence.sheet.alt-without-file']);
  expect(told({ kind: 'link', file: 'a.pdf' })).toEqual(['file evidence.sheet.not-of-kind']);
  expect(told({ components: 'P7.7', readers: 'Nobody' })).toEqual([
    'components evidence.sheet.no-components',
    'readers evidence.sheet.no-readers',
  ]);
});

test('the instructions list what each column takes, and what it means', () => {
  const listed = listedValues({ components, people }, 'sq');
  expect(listed).toContainEqual({
    column: 'Lloji',
    value: 'Vëzhgim',
    meaning: sq('evidence.kind.observation.hint'),
  });
  expect(listed.find(({ value }) => value === 'P2.10')?.meaning).toBe('Rruga shtrohet');
  expect(listed.some(({ value }) => value.startsWith('Arta Hoxha ['))).toBe(true);
});
