import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countSignings,
  signedWhen,
  signingOf,
  type Signatory,
  type SignatureFact,
  type SignatureState,
} from './signing.ts';

function fact(state: SignatureFact['state'], given: Partial<SignatureFact> = {}): SignatureFact {
  return { state, signatory: 'mayor', occurredOn: null, expectedOn: null, knownBy: null, ...given };
}

const conference = '2020-12-22';
const byThen = fact('signed', { signatory: 'unknown', knownBy: conference });
const stillExpected = fact('expected', { signatory: 'unknown', knownBy: conference, expectedOn: '2021' });

/** The nine contracts of 2019-2023, as the record has their facts. */
const nine: Readonly<Record<string, SignatureFact[]>> = {
  tirane: [fact('signed', { signatory: 'candidate', occurredOn: '2019-06-25' })],
  fier: [fact('signed', { signatory: 'unknown', occurredOn: '2019-10-17' })],
  kamez: [
    fact('signed', { occurredOn: '2019-11-11' }),
    fact('signed', { signatory: 'council', occurredOn: '2019-11-11' }),
    fact('signed', { signatory: 'organisation', occurredOn: '2019-11-11' }),
  ],
  durres: [byThen],
  vlore: [byThen],
  pogradec: [byThen],
  shkoder: [stillExpected],
  kukes: [stillExpected],
  puke: [stillExpected],
};

function stateOf(facts: readonly SignatureFact[], asOf: string) {
  return signingOf(facts, asOf).state;
}

function countsOn(asOf: string) {
  return countSignings(Object.values(nine).map((facts) => signingOf(facts, asOf)));
}

describe('the nine contracts of 2019-2023', () => {
  test('on 22.12.2020 six of nine are signed and three expected', () => {
    expect(countsOn(conference)).toMatchObject({ total: 9, signed: 6, expected: 3, 'not-known': 0 });
  });

  test('a day earlier only what is dated is known', () => {
    expect(countsOn('2020-12-21')).toMatchObject({ total: 9, signed: 3, expected: 0, 'not-known': 6 });
  });

  test('years later the three are still told as expected then, and never as unsigned', () => {
    expect(countsOn('2026-11-23')).toMatchObject({ signed: 6, expected: 3 });
    expect(signingOf([stillExpected], '2021-12-31').lapsed).toBe(false);
    expect(signingOf([stillExpected], '2022-01-01').lapsed).toBe(true);
  });

  test('Kamëz: mayor and council signed; the organisation\u2019s signature stands apart', () => {
    const { facts, organisations } = signingOf(nine['kamez'] ?? [], conference);
    expect(facts.map(({ signatory }) => signatory)).toEqual(['mayor', 'council']);
    expect(organisations).toHaveLength(1);
  });

  test('a signature is dated as exactly as it is known', () => {
    expect(signedWhen(signingOf(nine['fier'] ?? [], conference))).toEqual({ is: 'on', date: '2019-10-17' });
    expect(signedWhen(signingOf(nine['vlore'] ?? [], conference))).toEqual({ is: 'by', date: conference });
    expect(signedWhen(signingOf(nine['puke'] ?? [], conference))).toBeUndefined();
  });
});

describe('signing', () => {
  test('a contract with no known fact is not known, never unsigned', () => {
    expect(signingOf([], '2026-01-01')).toMatchObject({ state: 'not-known', facts: [], lapsed: false });
  });

  test('Vlorë, 2023: a pledge that was kept is signed', () => {
    const facts = [fact('pledged', { occurredOn: '2023-05' }), fact('signed', { occurredOn: '2023-12-08' })];
    expect(stateOf(facts, '2023-12-08')).toBe('signed');
    expect(stateOf(facts, '2023-12-07')).toBe('pledged');
    expect(stateOf(facts, '2023-05-01')).toBe('not-known');
  });

  test('Shkodër, 2023: the candidate\u2019s signature is the town hall\u2019s, from the end of the month it is dated to', () => {
    const facts = [
      fact('signed', { signatory: 'candidate', occurredOn: '2023-04' }),
      fact('signed', { signatory: 'organisation', occurredOn: '2023-04' }),
    ];
    expect(stateOf(facts, '2023-05-01')).toBe('signed');
    expect(stateOf(facts, '2023-04-15')).toBe('not-known');
  });

  test('an organisation alone does not sign for the town hall', () => {
    const signing = signingOf(
      [fact('signed', { signatory: 'organisation', occurredOn: '2019-11-11' })],
      '2020-01-01',
    );
    expect(signing.state).toBe('not-known');
    expect(signing.organisations).toHaveLength(1);
  });

  test('a signature stays, whatever comes after', () => {
    const facts = [
      fact('signed', { occurredOn: '2019-06-25' }),
      fact('declined', { occurredOn: '2021-01-01' }),
    ];
    expect(stateOf(facts, '2022-01-01')).toBe('signed');
  });

  test('what is dated holds from its own date, however late it became known', () => {
    expect(stateOf([fact('signed', { occurredOn: '2019-06-25', knownBy: '2020-12-22' })], '2019-07-01')).toBe(
      'signed',
    );
  });

  test('a year is as late as its last day: what is dated to a day before it goes first', () => {
    const facts = [fact('declined', { occurredOn: '2023' }), fact('pledged', { occurredOn: '2023-06-01' })];
    expect(stateOf(facts, '2023-12-30')).toBe('pledged');
    expect(stateOf(facts, '2023-12-31')).toBe('declined');
  });

  const anyFact: fc.Arbitrary<SignatureFact> = fc.record({
    state: fc.constantFrom<SignatureState[]>(
      'invited',
      'pledged',
      'signed',
      'declined',
      'no-answer',
      'expected',
    ),
    signatory: fc.constantFrom<Signatory[]>('candidate', 'mayor', 'council', 'organisation', 'unknown'),
    occurredOn: fc.option(fc.constantFrom('2019', '2019-06', '2019-06-25', '2020-12', '2021')),
    expectedOn: fc.option(fc.constantFrom('2021', '2021-03')),
    knownBy: fc.constantFrom('2019-12-31', '2020-12-22'),
  });

  test('the order of the facts means nothing to the state', () => {
    fc.assert(
      fc.property(
        fc.array(anyFact),
        fc.constantFrom('2019-07-01', '2020-12-22', '2026-01-01'),
        (facts, asOf) => {
          expect(stateOf(facts.toReversed(), asOf)).toBe(stateOf(facts, asOf));
        },
      ),
    );
  });

  test('once signed, signed on every later day', () => {
    fc.assert(
      fc.property(fc.array(anyFact), (facts) => {
        const states = ['2019-07-01', '2019-12-31', '2020-12-22', '2022-01-01'].map((day) =>
          stateOf(facts, day),
        );
        const first = states.indexOf('signed');
        if (first >= 0) expect(new Set(states.slice(first))).toEqual(new Set(['signed']));
      }),
    );
  });
});

describe('a signature without any date', () => {
  const undated = fact('signed', { signatory: 'unknown' });

  test('counts as signed, on no date', () => {
    const signing = signingOf([undated], '2026-11-23');
    expect(signing.state).toBe('signed');
    expect(signedWhen(signing)).toBeUndefined();
  });

  test('stands after those that have a date', () => {
    const dated = fact('signed', { occurredOn: '2023-12-08' });
    expect(signingOf([undated, dated], '2026-11-23').facts).toEqual([dated, undated]);
  });
});

test('of the expected it is counted how many have waited past their day', () => {
  const signings = [stillExpected, byThen].map((one) => signingOf([one], '2026-11-23'));
  expect(countSignings(signings)).toMatchObject({ signed: 1, expected: 1, lapsed: 1, total: 2 });
});
