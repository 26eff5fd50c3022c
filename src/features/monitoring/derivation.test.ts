import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveStatus, parseMapping } from './derivation.ts';

const pop2 = parseMapping([
  { status: 'not-assessable', when: { all: ['not-assessable'] } },
  { status: 'no-data', when: { allAssessable: ['no-evidence'] } },
  { status: 'fully', when: { allAssessable: ['complete'] } },
  { status: 'partly', when: { any: ['partial', 'complete'] } },
  { status: 'not', when: {} },
]);

const scale = ['none', 'initiated', 'partial', 'complete'];
const order = ['not', 'partly', 'fully'];
const anyCode = fc.constantFrom(...scale, 'no-evidence', 'not-assessable');

function statusOf(...codes: string[]) {
  const derived = deriveStatus(pop2, codes);
  return derived.kind === 'derived' ? derived.status : derived.kind;
}

describe('pop-2', () => {
  test.each([
    [['complete', 'complete'], 'fully'],
    [['complete', 'not-assessable'], 'fully'],
    [['complete', 'no-evidence'], 'partly'],
    [['complete', 'none'], 'partly'],
    [['partial'], 'partly'],
    [['initiated', 'none'], 'not'],
    [['none', 'no-evidence'], 'not'],
    [['no-evidence', 'no-evidence'], 'no-data'],
    [['no-evidence', 'not-assessable'], 'no-data'],
    [['not-assessable'], 'not-assessable'],
    [[], 'no-codes'],
  ])('%j is %s', (codes, status) => {
    expect(statusOf(...codes)).toBe(status);
  });

  test('the order of components does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyCode, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 5 }), (codes, turn) => {
        const turned = [...codes.slice(turn), ...codes.slice(0, turn)].toReversed();
        return statusOf(...turned) === statusOf(...codes);
      }),
    );
  });

  test('raising one code on the scale never lowers the status', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }), fc.nat(4), (ranks, at) => {
        const index = at % ranks.length;
        const raised = ranks.map((rank, i) => (i === index ? Math.min(3, rank + 1) : rank));
        const rankOf = (list: readonly number[]) => order.indexOf(statusOf(...list.map((rank) => scale[rank] ?? '')));
        return rankOf(raised) >= rankOf(ranks);
      }),
    );
  });

  test('a component without evidence blocks fully addressed', () => {
    fc.assert(fc.property(fc.array(anyCode, { maxLength: 5 }), (codes) => statusOf(...codes, 'no-evidence') !== 'fully'));
  });

  test('every list of codes has a status', () => {
    fc.assert(fc.property(fc.array(anyCode, { minLength: 1 }), (codes) => deriveStatus(pop2, codes).kind === 'derived'));
  });
});

test('a mapping of another form is refused', () => {
  expect(() => parseMapping([])).toThrow();
  expect(() => parseMapping([{ status: 'done', when: {} }])).toThrow();
  expect(() => parseMapping([{ status: 'fully', when: { all: ['x'], any: ['y'] } }])).toThrow();
});
