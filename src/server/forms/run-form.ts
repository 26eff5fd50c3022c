import { fail, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import type { FormState, Outcome } from '#forms/form.ts';
import { parseForm } from '#forms/parse-form.ts';
import { faultsOfFiles } from './files-of-form.ts';

/**
 * A form action: reads the form, runs the use case, and shows a refused form again with all that was typed.
 * @param run gives what the use case says
 * @param done what follows, mostly a redirect (303) to what was made
 * @param may asks the policy about who sent the form, and throws, before what was sent is looked at. Left out where the page
 *   itself opens to nobody else: it is drawn again with what is wrong, and refuses them then.
 * @example
 * export const actions = {
 *   default: ({ locals, request }) =>
 *     runForm(request, planSession, (command) => plan(locals.app, locals.actor, command), ({ id }) =>
 *       redirect(303, `/${locals.language}/work/listening/${id}`)),
 * };
 */
export async function runForm<Schema extends z.ZodType, T, Done>(
  request: Request,
  schema: Schema,
  run: (command: z.output<Schema>, data: FormData) => Promise<Outcome<T>>,
  done: (value: T) => Done | Promise<Done>,
  may?: () => unknown,
): Promise<ActionFailure<FormState> | Done> {
  await may?.();
  const data = await request.formData();
  const parsed = parseForm(schema, data);
  const faults = faultsOfFiles(request, data);
  if (faults.length > 0) {
    const { fields } = parsed.kind === 'parsed' ? parsed : parsed.state;
    return fail(413, { fields, faults });
  }
  if (parsed.kind === 'refused') return fail(400, parsed.state);
  const outcome = await run(parsed.command, data);
  const { fields } = parsed;
  switch (outcome.kind) {
    case 'refused':
      return fail(400, { fields, faults: outcome.faults });
    case 'conflict':
      return fail(409, { fields, faults: [], theirs: outcome.theirs, theirVersion: outcome.theirVersion });
    case 'done':
      return done(outcome.value);
  }
}
