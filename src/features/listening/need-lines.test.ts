import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sanitised } from '#forms/sanitised.ts';
import { readNeedLines } from './need-lines.ts';

const fields = [
  { id: 'f1', names: ['infrastructure', 'Infrastrukturë', 'Infrastructure'] },
  { id: 'f2', names: ['economy', 'Ekonomi', 'Economy'] },
];
const units = [
  { id: 'u1', names: ['Çakran'] },
  { id: 'u2', names: ['Cakrani i Ri'] },
  { id: 'u3', names: ['Mbrostar Ura'] },
];
const read = (text: string) =>
  readNeedLines(text, fields, units).map(({ line, statement, fieldId, unitId, place }) => [
    line,
    statement,
    fieldId,
    unitId,
    place,
  ]);

test('each line is a need; empty lines and bullets are not', () => {
  expect(read('Ujë\n\n  • Rrugë\r\n3) Dritë\n - \n2 autobusë në ditë')).toEqual([
    [1, 'Ujë', null, null, ''],
    [3, 'Rrugë', null, null, ''],
    [4, 'Dritë', null, null, ''],
    [6, '2 autobusë në ditë', null, null, ''],
  ]);
});

test('a line may begin with its field and its place, short and without diacritics', () => {
  expect(read('inf: Ujë\neko @cakran: Treg\n@Mbrostar u: Shkollë\nINFRA @te lapidari: Dritë')).toEqual([
    [1, 'Ujë', 'f1', null, ''],
    [2, 'Treg', 'f2', 'u1', ''],
    [3, 'Shkollë', null, 'u3', ''],
    [4, 'Dritë', 'f1', null, 'te lapidari'],
  ]);
});

test('a colon of one’s own words stays where it is', () => {
  expect(read('Duam një gjë: ujë\nKontrata: e nënshkruar\ni: ujë\ninf:\nnga 08:00 deri 16:00')).toEqual([
    [1, 'Duam një gjë: ujë', null, null, ''],
    [2, 'Kontrata: e nënshkruar', null, null, ''],
    [3, 'i: ujë', null, null, ''],
    [4, 'inf:', null, null, ''],
    [5, 'nga 08:00 deri 16:00', null, null, ''],
  ]);
});

test('what is said is never lost: a statement is the end of its line', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const lines = sanitised(text).split('\n');
      return readNeedLines(text, fields, units).every(
        ({ line, statement }) => statement !== '' && (lines[line - 1] ?? '').trimEnd().endsWith(statement),
      );
    }),
  );
});
