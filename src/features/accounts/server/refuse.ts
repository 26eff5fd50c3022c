import { fail, type RequestEvent } from '@sveltejs/kit';
import type { FieldFault, Fields } from '#forms/form.ts';
import { restingFault } from '../resting.ts';

/** Shows a form of the way in again with what is wrong. */
export function refuse(fields: Fields, ...faults: FieldFault[]) {
  return fail(400, { fields, faults });
}

/** Says that one has to rest: 429, with the seconds for machines and a sentence at the field for people. */
export function rest(
  event: Pick<RequestEvent, 'setHeaders'>,
  fields: Fields,
  field: string,
  seconds: number,
) {
  event.setHeaders({ 'retry-after': String(seconds) });
  return fail(429, { fields, faults: [restingFault(field, seconds)] });
}
