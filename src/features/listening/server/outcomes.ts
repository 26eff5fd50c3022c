import type { Outcome } from '#forms/form.ts';
import type { MessageKey, MessageValues } from '#i18n/translate.ts';

/** A refusal with one fault at one field. */
export function refused(field: string, key: MessageKey, values?: MessageValues): Outcome<never> {
  return { kind: 'refused', faults: [{ field, key, ...(values ? { values } : {}) }] };
}

export function done<T>(value: T): Outcome<T> {
  return { kind: 'done', value };
}
