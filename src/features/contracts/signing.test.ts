import { describe, expect, test } from 'vitest';
import { countSignings, signingOf, type SignatureFact } from './signing.ts';

function fact(state: SignatureFact['state'], given: Partial<SignatureFact> = {}): SignatureFact {
  return { state, signatory: 'mayor', occurredOn: null, expectedOn: null, knownBy: null, ...given };
}

describe('signing', () => {
  test('a contract with no known fact is not known, never unsigned', () => {
    expect(signingOf([], '2026-01-01')).toEqual({ state: 'not-known', facts: [] });
  });

  test('a pledge that was kept is signed', () => {
    const facts = [fact('pledged', { occurredOn: '2023-05' }), fact('signed', { occurredOn: '2023-12-08' })];
    expect(signingOf(facts, '2023-12-31').state).toBe('signed');
    expect(signingOf(facts, '2023-12-07').state).toBe('pledged');
  });

  test('an organisation alone does not sign for the town hall', () => {
    expect(
      signingOf([fact('signed', { signatory: 'organisation', occurredOn: '2019-11-11' })], '2020-01-01')
        .state,
    ).toBe('not-known');
  });

  test('a signature stays, whatever comes after', () => {
    const facts = [
      fact('signed', { occurredOn: '2019-06-25' }),
      fact('declined', { occurredOn: '2021-01-01' }),
    ];
    expect(signingOf(facts, '2022-01-01').state).toBe('signed');
  });

  test('22.12.2020: six of nine signed, three expected', () => {
    const signedOn = (date: string) => [fact('signed', { occurredOn: date })];
    const signedBy = [fact('signed', { signatory: 'unknown', knownBy: '2020-12-22' })];
    const expected = [fact('expected', { knownBy: '2020-12-22', expectedOn: '2021' })];
    const nine = [
      signedOn('2019-06-25'),
      signedOn('2019-10-17'),
      signedOn('2019-11-11'),
      signedBy,
      signedBy,
      signedBy,
      expected,
      expected,
      expected,
    ].map((facts) => signingOf(facts, '2020-12-22'));
    expect(countSignings(nine)).toMatchObject({ signed: 6, expected: 3, total: 9 });
  });
});
