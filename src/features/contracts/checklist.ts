import { languages, type Language, type Localised } from '#i18n/languages.ts';
import type { BodyComponent, BodyPriority, ContractBody } from './contract-body.ts';

/** What a contract lacks before it can go on. `priority` counts from 1, as the contract prints it. */
export type Finding =
  | { kind: 'no-priorities' }
  | { kind: 'text-missing'; priority: number; language: Language }
  | { kind: 'heading-missing'; priority: number; language: Language }
  | { kind: 'field-missing'; priority: number }
  | { kind: 'places-missing'; priority: number }
  | { kind: 'component-missing'; priority: number }
  | { kind: 'component-text-missing'; priority: number; component: number; language: Language }
  | { kind: 'test-missing'; priority: number; component: number; language: Language }
  | { kind: 'untestable'; priority: number }
  | { kind: 'reason-missing'; priority: number; language: Language };

/** Languages that a text lacks. */
function missingIn(text: Localised): Language[] {
  return languages.filter((language) => !text[language]);
}

function isEmpty(text: Localised): boolean {
  return missingIn(text).length === languages.length;
}

/** Whether someone could find out if it was done: it says what would show it, and is not marked as untestable. */
function hasTest({ testable, shownBy }: BodyComponent): boolean {
  return testable !== 'no' && !isEmpty(shownBy);
}

/** Whether nothing in a priority can be tested. */
export function isUntestable({ components }: Pick<BodyPriority, 'components'>): boolean {
  return !components.some(hasTest);
}

/** Whether a priority stays in the contract untested, for a reason that is public. */
export function isOverridden(priority: Pick<BodyPriority, 'components' | 'untestedReason'>): boolean {
  return isUntestable(priority) && !isEmpty(priority.untestedReason);
}

function checkComponents({ components }: BodyPriority, priority: number): Finding[] {
  return components.flatMap((component, index): Finding[] => {
    const at = { priority, component: index + 1 };
    const tests = component.testable === 'no' ? [] : missingIn(component.shownBy);
    return [
      ...missingIn(component.statement).map((language) => ({
        kind: 'component-text-missing' as const,
        ...at,
        language,
      })),
      ...tests.map((language) => ({ kind: 'test-missing' as const, ...at, language })),
    ];
  });
}

function checkPriority(priority: BodyPriority, number: number): Finding[] {
  const { statement, heading, field, coverage, places, components, untestedReason } = priority;
  const findings: Finding[] = missingIn(statement).map((language) => ({
    kind: 'text-missing',
    priority: number,
    language,
  }));
  if (!isEmpty(heading)) {
    for (const language of missingIn(heading))
      findings.push({ kind: 'heading-missing', priority: number, language });
  }
  if (field === null) findings.push({ kind: 'field-missing', priority: number });
  if (coverage === null || (coverage === 'listed' && places.length === 0)) {
    findings.push({ kind: 'places-missing', priority: number });
  }
  if (components.length === 0) return [...findings, { kind: 'component-missing', priority: number }];
  findings.push(...checkComponents(priority, number));
  if (isOverridden(priority)) {
    for (const language of missingIn(untestedReason))
      findings.push({ kind: 'reason-missing', priority: number, language });
  } else if (isUntestable(priority)) findings.push({ kind: 'untestable', priority: number });
  return findings;
}

/** All that stops a contract from going on; empty where nothing does. */
export function checkContract({ priorities }: ContractBody): Finding[] {
  if (priorities.length === 0) return [{ kind: 'no-priorities' }];
  return priorities.flatMap((priority, index) => checkPriority(priority, index + 1));
}
