import type { FieldFault } from '#forms/form.ts';
import type { MessageKey, MessageValues } from '#i18n/translate.ts';
import type { Requirement } from './entry-rules.ts';

interface Sentence {
  key: MessageKey;
  values?: MessageValues;
}

function valuesOf(required: Requirement): MessageValues {
  switch (required.rule) {
    case 'search':
      return {};
    case 'items':
      return { least: required.least, classes: required.of.join('/') };
    case 'independent':
      return { least: required.least };
  }
}

/** What a requirement asks for, in words that stand beside the code. */
export function requirementWords(required: Requirement): Sentence {
  return { key: `coding.requires.${required.rule}`, values: valuesOf(required) };
}

/**
 * What is still missing, as sentences at the control where it is mended: the search log, or the list of evidence. A second one
 * about the evidence stands at the code that asks for it.
 */
export function faultsOfMissing(missing: readonly Requirement[]): FieldFault[] {
  const taken = new Set<string>();
  return missing.map((required) => {
    const place = required.rule === 'search' ? 'looked_in.0' : 'evidence';
    const field = taken.has(place) ? 'given' : place;
    taken.add(field);
    return { field, key: `coding.fault.${required.rule}`, values: valuesOf(required) };
  });
}
