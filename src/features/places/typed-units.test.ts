import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUnits } from './typed-units.ts';

test('units are read one a line, with or without a point, and a line that names the columns is passed over', () => {
  const text = 'name;longitude;latitude\nQendër\n\nShushicë;19.5341;40.4012\n"Bulgarec, i ri"';
  expect(readUnits('Qendër\nShushicë;19.53412;40,4012')).toEqual({
    kind: 'read',
    units: [
      { name: 'Qendër', longitude: null, latitude: null },
      { name: 'Shushicë', longitude: 19.5341, latitude: 40.4012 },
    ],
  });
  expect(readUnits(text.split('\n').slice(0, 4).join('\n'))).toMatchObject({
    units: [{ name: 'Qendër' }, {}],
  });
});

test('what cannot be a unit is told with its line', () => {
  expect(readUnits('Qendër\nqendër')).toEqual({ kind: 'fault', line: 2, fault: 'twice' });
  expect(readUnits('Qendër;19.5')).toEqual({ kind: 'fault', line: 1, fault: 'point' });
  expect(readUnits('Qendër;190;40')).toEqual({ kind: 'fault', line: 1, fault: 'point' });
  expect(readUnits(';19;40')).toEqual({ kind: 'fault', line: 1, fault: 'name' });
});

test('whatever is typed, it is read or told of, and what is read has names that differ', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(';', ',', '\n', '"', 'a', 'B', '1', '.', '-', ' ') }),
      (text) => {
        const read = readUnits(text);
        if (read.kind === 'fault') {
          expect(read.line).toBeGreaterThan(0);
          return;
        }
        const names = read.units.map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
      },
    ),
  );
});
