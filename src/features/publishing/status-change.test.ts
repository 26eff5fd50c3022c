import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pop2 } from '#features/monitoring/codebooks.fixture.ts';
import { changedCodes, changedStatus, changesNothing, type RecordCode } from './status-change.ts';

const anyCodes = fc.array(fc.constantFrom(...pop2.codes), { minLength: 1, maxLength: 6 }).map((codes) =>
  codes.map((code, index): RecordCode => ({
    id: `component-${index}`,
    key: `c/${index}`,
    position: index + 1,
    code,
    rationale: null,
    version: 1,
  })),
);
const beside = { rationale: {}, late: false, reversed: false, blockedBy: null };

test('a change of some codes leaves the others', () => {
  fc.assert(
    fc.property(anyCodes, fc.nat(), fc.constantFrom(...pop2.codes), (codes, which, code) => {
      const id = codes[which % codes.length]?.id ?? '';
      const after = changedCodes(codes, [{ componentId: id, code }]);
      expect(after.filter((one) => one.id !== id)).toEqual(codes.filter((one) => one.id !== id));
      expect(after.find((one) => one.id === id)?.code).toBe(code);
    }),
  );
});

test('the order of the components makes no difference to the status', () => {
  fc.assert(
    fc.property(anyCodes, (codes) => {
      expect(changedStatus(codes.toReversed(), pop2)).toEqual(changedStatus(codes, pop2));
    }),
  );
});

test('a status follows from every set of codes of the codebook', () => {
  fc.assert(fc.property(anyCodes, (codes) => changedStatus(codes, pop2).kind === 'derived'));
});

test('what changes no code, no flag and no word changes nothing', () => {
  fc.assert(
    fc.property(anyCodes, (codes) => {
      const before = { beside, codes };
      return changesNothing(before, { beside, codes: changedCodes(codes, []) });
    }),
  );
  const codes: RecordCode[] = [];
  expect(changesNothing({ beside, codes }, { beside: { ...beside, late: true }, codes })).toBe(false);
});
