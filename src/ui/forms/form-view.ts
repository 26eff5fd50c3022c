import { fieldOf, fieldsOf, type FormState } from '#forms/form.ts';
import type { Translate } from '#i18n/translate.ts';

/** A form's state as its controls take it. */
export interface FormView {
  /** What stands in a control. */
  value(name: string): string;
  /** What is chosen where several can be. */
  values(name: string): readonly string[];
  /** What is wrong with it, in the person's language. */
  error(name: string): string | undefined;
}

/** @example const view = viewOf(form, t); <TextInput id="place" name="place" value={view.value('place')} error={view.error('place')} … /> */
export function viewOf(state: FormState, t: Translate): FormView {
  const faults = new Map(state.faults.map((fault) => [fault.field, t(fault.key, fault.values)]));
  return {
    value: (name) => fieldOf(state.fields, name),
    values: (name) => fieldsOf(state.fields, name),
    error: (name) => faults.get(name),
  };
}
