import { z } from 'zod';
import { wholeNumber } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { translator, type MessageKey } from '#i18n/translate.ts';
import { parseSheetRecords } from '#server/spreadsheet/parse-records.ts';
import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import { cellFault, type CellFault, type SheetRows } from '#server/spreadsheet/sheet.ts';
import { ageBands, sexes, type Attendance } from '../attendance.ts';
import { countedGroups } from '../session.ts';
import { participantColumns } from './import-columns.ts';

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

const line = z
  .object({
    sex: called(sexes, (sex) => `listening.sex.${sex}`),
    age: called(ageBands, (band) => `listening.age.${band}`),
    group: called(countedGroups, (group) => `listening.group.${group}`),
    people: wholeNumber(0, 100_000),
  })
  .refine(({ sex, age, group }) => (group === '' ? sex !== '' && age !== '' : sex === '' && age === ''), {
    path: ['group'],
    message: 'listening.fault.sex-or-group',
  });

/** Reads the counts of a spreadsheet, or what is wrong with each cell; each count stands once. */
export function readParticipantSheet(rows: SheetRows): { attendance: Attendance; faults: CellFault[] } {
  const content = readRecords(rows, participantColumns);
  const { commands, faults } = parseSheetRecords(content, line);
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
  return {
    attendance: { participants: cells.reduce((sum, { people }) => sum + people, 0), cells, groups },
    faults,
  };
}
