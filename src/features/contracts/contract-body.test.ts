import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody, writeBody, type ContractBody } from './contract-body.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 20 });
const localised = fc.record({ sq: words, en: words }, { requiredKeys: [] });
const body: fc.Arbitrary<ContractBody> = fc.record({
  municipality: words,
  mandate: words,
  bindingLanguage: fc.constantFrom('sq', 'en'),
  priorities: fc.array(
    fc.record({
      id: words,
      candidate: fc.option(words),
      heading: localised,
      statement: localised,
      field: fc.option(words),
      coverage: fc.constantFrom('municipality', 'units', 'listed', null),
      places: fc.array(fc.record({ unit: words, locality: words }), { maxLength: 3 }),
      directorate: words,
      untestedReason: localised,
      components: fc.array(
        fc.record({
          statement: localised,
          shownBy: localised,
          due: fc.option(words),
          testable: fc.constantFrom('yes', 'partly', 'no'),
          competence: fc.constantFrom('own', 'shared', 'national'),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 4 },
  ),
});

test('what is written down is read as it was', () => {
  fc.assert(
    fc.property(body, (given) => {
      expect(readBody(writeBody(given))).toEqual(given);
    }),
  );
});

test('equal texts have equal bytes, whatever the order in which they were put together', () => {
  fc.assert(
    fc.property(body, (given) => {
      const turned = Object.fromEntries(Object.entries(given).toReversed());
      expect(writeBody(readBody(JSON.stringify(turned)))).toBe(writeBody(given));
    }),
  );
});
