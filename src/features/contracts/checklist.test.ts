import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContract, isOverridden, type Finding } from './checklist.ts';
import type { BodyComponent, BodyPriority, ContractBody } from './contract-body.ts';

const both = { sq: 'Rruga', en: 'The road' };

function component(given: Partial<BodyComponent> = {}): BodyComponent {
  return { statement: both, shownBy: both, due: null, testable: 'yes', competence: 'own', ...given };
}

function priority(given: Partial<BodyPriority> = {}): BodyPriority {
  return {
    id: 'a',
    candidate: null,
    heading: {},
    statement: both,
    field: 'social',
    coverage: 'municipality',
    places: [],
    directorate: '',
    untestedReason: {},
    components: [component()],
    ...given,
  };
}

function contract(...priorities: BodyPriority[]): ContractBody {
  return { municipality: 'fier', mandate: '2027-2031', bindingLanguage: 'sq', priorities };
}

function kindsOf(given: Partial<BodyPriority>): Finding['kind'][] {
  return checkContract(contract(priority(given))).map(({ kind }) => kind);
}

test('a contract whose every priority is whole goes on', () => {
  expect(checkContract(contract(priority(), priority({ coverage: 'units' })))).toEqual([]);
});

test('a contract without priorities does not', () => {
  expect(checkContract(contract())).toEqual([{ kind: 'no-priorities' }]);
});

describe('a priority is stopped that lacks', () => {
  const untested = component({ testable: 'no', shownBy: {} });
  test.each<[string, Partial<BodyPriority>, Finding['kind']]>([
    ['the text in one language', { statement: { sq: 'Rruga' } }, 'text-missing'],
    ['a heading in one of two languages', { heading: { en: 'Roads' } }, 'heading-missing'],
    ['a field', { field: null }, 'field-missing'],
    ['places', { coverage: null }, 'places-missing'],
    ['the places that it says it lists', { coverage: 'listed' }, 'places-missing'],
    ['components', { components: [] }, 'component-missing'],
    ['a component’s text', { components: [component({ statement: { en: 'x' } })] }, 'component-text-missing'],
    [
      'what would show a component done',
      { components: [component({ shownBy: { en: 'x' } })] },
      'test-missing',
    ],
    ['anything that can be tested', { components: [untested] }, 'untestable'],
    [
      'the reason in one language',
      { components: [untested], untestedReason: { sq: 'Sepse' } },
      'reason-missing',
    ],
  ])('%s', (_, given, kind) => {
    expect(kindsOf(given)).toEqual([kind]);
  });
});

test('an untestable priority goes on only with a reason in both languages', () => {
  const untested = { components: [component({ testable: 'no', shownBy: {} })] };
  expect(kindsOf(untested)).toEqual(['untestable']);
  const overridden = { ...untested, untestedReason: both };
  expect(kindsOf(overridden)).toEqual([]);
  expect(isOverridden(priority(overridden))).toBe(true);
});

test('a reason on a priority that can be tested overrides nothing', () => {
  expect(isOverridden(priority({ untestedReason: both }))).toBe(false);
});

test('one priority with a fault stops the contract, wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.nat({ max: 8 }), (before, after) => {
      const whole = (count: number) => Array.from({ length: count }, () => priority());
      const findings = checkContract(contract(...whole(before), priority({ field: null }), ...whole(after)));
      expect(findings).toEqual([{ kind: 'field-missing', priority: before + 1 }]);
    }),
  );
});
