import type { FormState } from '#forms/form.ts';

/** The state of one of a page's forms: as it was sent where it is the one that was refused, else as it is drawn first. */
export function stateOf(form: FormState | null, field: string, fields: FormState['fields'] = {}): FormState {
  return form && field in form.fields ? form : { fields, faults: [] };
}
