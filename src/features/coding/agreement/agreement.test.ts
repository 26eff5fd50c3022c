import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, reliabilityOf } from './agreement.ts';
import { krippendorffAlpha, type Metric } from './alpha.ts';
import { alphaInterval } from './interval.ts';
import { cohenKappa, confusionMatrix } from './two-coders.ts';
import { patternsOf, type Unit } from './units.ts';

const five = ['1', '2', '3', '4', '5'];

/** Krippendorff (2011), table of four observers and twelve units; '.' where one gave no code. */
const published = ['1233214 12...', '12332241 25.3', '.33323422 51.', '12332441 251.'];
const observers = published.map((line) =>
  [...line.replaceAll(' ', '')].map((code) => (code === '.' ? null : code)),
);
const twelve: Unit[] = Array.from({ length: 12 }, (_, at) => observers.map((codes) => codes[at] ?? null));

test.each<[Metric, number]>([
  ['nominal', 0.743],
  ['ordinal', 0.815],
  ['interval', 0.849],
])('the published example of four coders has the %s alpha %d', (metric, expected) => {
  expect(krippendorffAlpha(patternsOf(twelve), five, metric)).toBeCloseTo(expected, 3);
});

function unitsOf(table: readonly (readonly number[])[], codes: readonly string[]): Unit[] {
  return table.flatMap((line, row) =>
    line.flatMap((count, column) =>
      Array.from({ length: count }, () => [codes[row] ?? null, codes[column] ?? null]),
    ),
  );
}

test('the kappa of [[20, 5], [10, 15]] is .40', () => {
  const codes = ['yes', 'no'];
  const matrix = confusionMatrix(
    patternsOf(
      unitsOf(
        [
          [20, 5],
          [10, 15],
        ],
        codes,
      ),
    ),
    codes,
  );
  expect(matrix).toMatchObject({
    units: 50,
    agreed: 35,
    cells: [
      [20, 5],
      [10, 15],
    ],
  });
  expect(cohenKappa(matrix)).toBeCloseTo(0.4, 10);
});

const pop2 = [
  { code: 'none', rank: 0 },
  { code: 'initiated', rank: 1 },
  { code: 'partial', rank: 2 },
  { code: 'complete', rank: 3 },
  { code: 'no-evidence', rank: null },
  { code: 'not-assessable', rank: null },
];
const scale = ['none', 'initiated', 'partial', 'complete'];

test('with one code alone, agreement beyond chance is not defined', () => {
  const same = patternsOf(Array.from({ length: 9 }, () => ['none', 'none']));
  const found = agreementOf(same, pop2);
  expect(found).toMatchObject({ kappa: null, alpha: null, interval: null, matrix: { units: 9, agreed: 9 } });
});

test('without any unit nothing is defined, and nothing fails', () => {
  expect(agreementOf([], pop2)).toMatchObject({
    kappa: null,
    alpha: null,
    interval: null,
    matrix: { units: 0 },
  });
});

test('codes outside the scale stand in the matrix and are missing for alpha', () => {
  const units: Unit[] = [
    ['none', 'none'],
    ['complete', 'complete'],
    ['partial', 'complete'],
  ];
  const outside: Unit[] = [
    ['no-evidence', 'complete'],
    ['not-assessable', 'not-assessable'],
  ];
  const [inside, both] = [
    agreementOf(patternsOf(units), pop2),
    agreementOf(patternsOf([...units, ...outside]), pop2),
  ];
  expect(both.alpha).toBe(inside.alpha);
  expect(both.matrix).toMatchObject({ units: 5, agreed: 3 });
});

test('a unit that one coder left out has no part in anything', () => {
  const units: Unit[] = [
    ['none', 'none'],
    ['complete', 'partial'],
    ['partial', 'partial'],
  ];
  expect(agreementOf(patternsOf([...units, ['none', null]]), pop2)).toEqual(
    agreementOf(patternsOf(units), pop2),
  );
});

test('reliable from .800, tentative from .667', () => {
  expect([0.8, 0.7999, 0.667, 0.6669, null].map(reliabilityOf)).toEqual([
    'reliable',
    'tentative',
    'tentative',
    'low',
    'undefined',
  ]);
});

const anyCode = fc.option(fc.constantFrom(...scale), { nil: null, freq: 8 });
const anyUnits = fc.array(fc.tuple(anyCode, anyCode), { maxLength: 60 });

test('alpha does not depend on which coder sits where, nor on the order of the units', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const turned = units.map(([one, other]): Unit => [other, one]).toReversed();
      const [alpha, other] = [units, turned].map((all) =>
        krippendorffAlpha(patternsOf(all), scale, 'ordinal'),
      );
      expect(other ?? -9).toBeCloseTo(alpha ?? -9, 10);
    }),
  );
});

test('alpha and kappa are at most 1, and 1 exactly where nobody disagrees', () => {
  fc.assert(
    fc.property(anyUnits, (units) => {
      const { alpha, kappa, matrix } = agreementOf(patternsOf(units), pop2);
      for (const value of [alpha, kappa]) {
        if (value === null) continue;
        expect(value).toBeLessThanOrEqual(1);
        expect(Math.abs(value - 1) < 1e-9).toBe(matrix.units === matrix.agreed);
      }
    }),
  );
});

test('the interval lies around what the units themselves give, and comes out the same again', () => {
  const units = patternsOf(
    unitsOf(
      [
        [40, 5, 1, 0],
        [6, 30, 4, 0],
        [0, 5, 50, 6],
        [0, 1, 4, 48],
      ],
      scale,
    ),
  );
  const alpha = krippendorffAlpha(units, scale, 'ordinal') ?? 0;
  const interval = alphaInterval(units, scale, 'ordinal');
  expect(interval?.low).toBeLessThan(alpha);
  expect(interval?.high).toBeGreaterThan(alpha);
  expect(alphaInterval(units.toReversed(), scale, 'ordinal')).toEqual(interval);
});

test('ten times as many units make the interval narrower', () => {
  const few = patternsOf(
    unitsOf(
      [
        [10, 2],
        [3, 12],
      ],
      ['none', 'initiated'],
    ),
  );
  const many = few.map(({ unit, count }) => ({ unit, count: count * 10 }));
  const [wide, narrow] = [few, many].map((units) => alphaInterval(units, scale, 'ordinal'));
  expect((narrow?.high ?? 1) - (narrow?.low ?? 0)).toBeLessThan((wide?.high ?? 0) - (wide?.low ?? 1));
});
