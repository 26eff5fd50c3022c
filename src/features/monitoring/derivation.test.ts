import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pop2, pop2019 } from './codebooks.fixture.ts';
import { deriveStatus, parseMapping, unknownCodesOf } from './derivation.ts';
import { countsInDenominator } from './status.ts';

const scale = ['none', 'initiated', 'partial', 'complete'];
const order = ['not', 'partly', 'fully'];
const anyCodes = fc.array(fc.constantFrom(...pop2.codes), { minLength: 1, maxLength: 8 });

function statusOf(codes: readonly string[]): string {
  const derived = deriveStatus(pop2.mapping, codes, pop2.codes);
  return derived.kind === 'derived' ? derived.status : derived.kind;
}

describe('the status of a priority under pop-2', () => {
  test.each([
    ['all complete: fully', ['complete', 'complete'], 'fully'],
    ['complete but for what cannot be tested: fully', ['complete', 'not-assessable'], 'fully'],
    ['one partial: partly', ['none', 'partial'], 'partly'],
    ['one complete of two: partly', ['none', 'complete'], 'partly'],
    ['no evidence blocks fully', ['complete', 'no-evidence'], 'partly'],
    ['formal acts alone: not', ['initiated', 'initiated'], 'not'],
    ['a search that found nothing: not', ['none'], 'not'],
    ['nothing found beside no evidence: not', ['none', 'no-evidence'], 'not'],
    ['only no evidence: no data', ['no-evidence', 'no-evidence'], 'no-data'],
    ['no evidence in all that can be tested: no data', ['no-evidence', 'not-assessable'], 'no-data'],
    ['nothing that can be tested: not assessable', ['not-assessable', 'not-assessable'], 'not-assessable'],
  ])('%s', (_, codes, status) => {
    expect(statusOf(codes)).toBe(status);
  });

  test('the order of the components means nothing', () => {
    fc.assert(
      fc.property(
        anyCodes.chain((codes) =>
          fc.tuple(
            fc.constant(codes),
            fc.shuffledSubarray(codes, { minLength: codes.length, maxLength: codes.length }),
          ),
        ),
        ([codes, shuffled]) => {
          expect(deriveStatus(pop2.mapping, shuffled)).toEqual(deriveStatus(pop2.mapping, codes));
        },
      ),
    );
  });

  test('raising a code on the scale never lowers the status', () => {
    fc.assert(
      fc.property(anyCodes, fc.constantFrom(0, 1, 2), fc.nat(8), (others, from, at) => {
        const low = others.toSpliced(at, 0, scale[from] ?? '');
        const high = others.toSpliced(at, 0, scale[from + 1] ?? '');
        expect(order).toContain(statusOf(low));
        expect(order.indexOf(statusOf(high))).toBeGreaterThanOrEqual(order.indexOf(statusOf(low)));
      }),
    );
  });

  test('a component without evidence always blocks "fully"', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        expect(statusOf([...codes, 'no-evidence'])).not.toBe('fully');
      }),
    );
  });

  test('a priority is outside the percentages only where no component can be tested', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        const derived = deriveStatus(pop2.mapping, codes);
        if (derived.kind !== 'derived') throw new Error(derived.kind);
        const testable = codes.some((code) => code !== 'not-assessable');
        expect(countsInDenominator(derived.status)).toBe(testable);
      }),
    );
  });

  test('"all assessable" never holds of nothing', () => {
    const mapping = parseMapping([
      { status: 'fully', when: { allAssessable: ['complete'] } },
      { status: 'not', when: {} },
    ]);
    expect(deriveStatus(mapping, ['not-assessable'])).toMatchObject({ status: 'not' });
  });

  test('what cannot be tested changes nothing beside what can', () => {
    fc.assert(
      fc.property(anyCodes, (codes) => {
        fc.pre(codes.some((code) => code !== 'not-assessable'));
        expect(statusOf([...codes, 'not-assessable'])).toBe(statusOf(codes));
      }),
    );
  });

  test('a formal act shows as "initiated" beside "not addressed", and nowhere else', () => {
    expect(deriveStatus(pop2.mapping, ['none', 'initiated'])).toMatchObject({
      status: 'not',
      initiated: true,
    });
    expect(deriveStatus(pop2.mapping, ['none'])).toMatchObject({ status: 'not', initiated: false });
    expect(deriveStatus(pop2.mapping, ['partial', 'initiated'])).toMatchObject({
      status: 'partly',
      initiated: false,
    });
  });
});

test('history under pop-2019 keeps the word that was published', () => {
  for (const word of pop2019.codes) {
    expect(deriveStatus(pop2019.mapping, [word], pop2019.codes)).toEqual({
      kind: 'derived',
      status: word,
      initiated: false,
    });
  }
});

describe('what cannot be derived is refused', () => {
  test('no components', () => {
    expect(deriveStatus(pop2.mapping, [])).toEqual({ kind: 'no-codes' });
  });

  test('a code that the codebook does not have', () => {
    expect(deriveStatus(pop2.mapping, ['complete', 'done'], pop2.codes)).toEqual({
      kind: 'unknown-code',
      code: 'done',
    });
  });

  test('codes on which no rule holds', () => {
    expect(deriveStatus(pop2.mapping.slice(0, 3), ['none'])).toEqual({ kind: 'no-rule' });
  });
});

describe('a mapping', () => {
  test('is read as it stands in the data', () => {
    for (const { mapping, codes } of [pop2, pop2019]) {
      expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
      expect(unknownCodesOf(mapping, codes)).toEqual([]);
    }
  });

  test.each([
    ['not a list', { status: 'not', when: {} }],
    ['empty', []],
    ['a status that is never published', [{ status: 'not-assessed', when: {} }]],
    ['a condition nobody knows', [{ status: 'not', when: { none: ['complete'] } }]],
    ['two conditions in one', [{ status: 'not', when: { all: ['none'], any: ['none'] } }]],
    ['a condition without codes', [{ status: 'not', when: { any: [] } }]],
    [
      'a rule after one that always holds',
      [
        { status: 'not', when: {} },
        { status: 'fully', when: {} },
      ],
    ],
  ])('is refused when %s', (_, json) => {
    expect(() => parseMapping(json)).toThrow();
  });

  test('names the codes that its codebook does not have', () => {
    expect(unknownCodesOf(pop2.mapping, ['none', 'partial', 'complete', 'not-assessable'])).toEqual([
      'no-evidence',
    ]);
  });
});
