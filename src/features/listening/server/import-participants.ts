import { z } from 'zod';
import { wholeNumber } from '#forms/fields.ts';
import { languages, type Language } from '#i18n/languages.ts';
import { translator, type MessageKey } from '#i18n/translate.ts';
import { parseSheetRecords } from '#server/spreadsheet/parse-records.ts';
import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import { cellFault, type CellFault, type SheetRows } from '#server/spreadsheet/sheet.ts';
import { ageBands, sexes, type AgeBand, type Attendance, type Sex } from '../attendance.ts';
import { countedGroups, type SocialGroup } from '../session.ts';
import { participantColumns } from './import-columns.ts';

/** What values are called, in both languages: a file can be in either. */
function namesOf<Value extends string>(
  values: readonly Value[],
  keyOf: (value: Value) => MessageKey,
): string {
  const inLanguage = (language: Language) => values.map((value) => translator(language)(keyOf(value)));
  return languages.map((language) => inLanguage(language).join(', ')).join(' / ');
}

/** A value by its code, or by what it is called in either language; '' where nothing stands. */
function called<const Value extends string>(values: readonly Value[], keyOf: (value: Value) => MessageKey) {
  const names = values.flatMap((value) => [
    [folded(value), value] as const,
    ...languages.map((language) => [folded(translator(language)(keyOf(value))), value] as const),
  ]);
  const byName = new Map(names);
  return z.string().transform((typed, context): Value | '' => {
    if (typed === '') return '';
    const found = byName.get(folded(typed)) ?? byName.get(folded(typed).replaceAll('-', '–'));
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'form.fault.choice' });
    return z.NEVER;
  });
}

const keyOfSex = (sex: Sex) => `listening.sex.${sex}` as const;
const keyOfAge = (band: AgeBand) => `listening.age.${band}` as const;
const keyOfGroup = (group: SocialGroup) => `listening.group.${group}` as const;

const choices = {
  sex: namesOf(sexes, keyOfSex),
  age: namesOf(ageBands, keyOfAge),
  group: namesOf(countedGroups, keyOfGroup),
};

const line = z
  .object({
    sex: called(sexes, keyOfSex),
    age: called(ageBands, keyOfAge),
    group: called(countedGroups, keyOfGroup),
    people: wholeNumber(0, 100_000),
  })
  .refine(({ sex, age, group }) => (group === '' ? sex !== '' && age !== '' : sex === '' && age === ''), {
    path: ['group'],
    message: 'listening.fault.sex-or-group',
  });

/** Reads the counts of a spreadsheet, or what is wrong with each cell; each count stands once. */
export function readParticipantSheet(rows: SheetRows): { attendance: Attendance; faults: CellFault[] } {
  const content = readRecords(rows, participantColumns);
  const { commands, faults } = parseSheetRecords(content, line, choices);
  const seen = new Set<string>();
  for (const { line: number, command } of commands) {
    const { sex, age, group } = command;
    const name = `${sex} ${age} ${group}`;
    const record = content.records.find((one) => one.line === number);
    if (seen.has(name) && record) {
      faults.push(
        cellFault(
          content.addressIn(record, 'people'),
          record.cells['people'] ?? '',
          'listening.fault.count-twice',
        ),
      );
    }
    seen.add(name);
  }
  const cells = commands.flatMap(({ command: { sex, age, people } }) =>
    sex !== '' && age !== '' && people > 0 ? [{ sex, ageBand: age, people }] : [],
  );
  const groups = commands.flatMap(({ command: { group, people } }) =>
    group !== '' && people > 0 ? [{ group, people }] : [],
  );
  const participants = cells.reduce((sum, { people }) => sum + people, 0);
  // Where a line cannot be read, nobody knows yet how many came.
  for (const { line: number, command } of faults.length > 0 ? [] : commands) {
    const record = content.records.find((one) => one.line === number);
    const { group, people } = command;
    if (group === '' || people <= participants || !record) continue;
    const address = content.addressIn(record, 'people');
    faults.push(
      cellFault(address, String(people), 'listening.fault.group-of-file', { people, participants }),
    );
  }
  return { attendance: { participants, cells, groups }, faults };
}
