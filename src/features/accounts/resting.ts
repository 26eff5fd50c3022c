import type { FieldFault } from '#forms/form.ts';

/** What is told of too many tries, at the field that was tried. */
export function restingFault(field: string, seconds: number): FieldFault {
  return { field, key: 'accounts.fault.resting', values: { minutes: Math.ceil(seconds / 60) } };
}
