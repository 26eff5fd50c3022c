import { z } from 'zod';
import { choice, day, id, optionalText, text, wholeNumber } from '#forms/fields.ts';
import { methods } from './ordering.ts';

const step = { step: id() };
const uuid = z.uuid();
const mostBallots = 1_000_000;

/** Fields named `<prefix><candidate's id>` that hold a whole number; an empty one is as if it were not there. */
function numbered(
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
  most: number,
  context: z.RefinementCtx,
): { candidateId: string; value: number }[] {
  return Object.entries(fields).flatMap(([name, typed]) => {
    const candidateId = name.slice(prefix.length);
    if (!name.startsWith(prefix) || typeof typed !== 'string' || typed.trim() === '') return [];
    if (!uuid.safeParse(candidateId).success) return [];
    const parsed = wholeNumber(prefix === 'rank-' ? 1 : 0, most).safeParse(typed);
    if (parsed.success) return [{ candidateId, value: parsed.data }];
    for (const { message } of parsed.error.issues) {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: message.startsWith('form.') ? message : 'compiling.fault.number-range',
      });
    }
    return [];
  });
}

/** A place for each candidate that one ranks (`rank-<id>`), each place once. */
export const rankCandidates = z.looseObject(step).transform((fields, context) => {
  const places = numbered(fields, 'rank-', 1000, context).toSorted((a, b) => a.value - b.value);
  for (const [index, { candidateId, value }] of places.entries()) {
    if (places[index - 1]?.value !== value) continue;
    context.addIssue({
      code: 'custom',
      path: [`rank-${candidateId}`],
      message: 'compiling.fault.same-place',
    });
  }
  return { step: fields.step, ranked: places.map(({ candidateId }) => candidateId) };
});

/** The count of a vote: how many ballots, and how many of them approve of each candidate (`count-<id>`). */
export const addPoll = z
  .looseObject({ ...step, heldOn: day(), place: text(200), ballots: wholeNumber(1, mostBallots) })
  .transform((fields, context) => {
    const { heldOn, place, ballots } = fields;
    const counts = numbered(fields, 'count-', mostBallots, context);
    for (const { candidateId, value } of counts) {
      if (value <= ballots) continue;
      context.addIssue({
        code: 'custom',
        path: [`count-${candidateId}`],
        message: 'compiling.fault.more-than-ballots',
      });
    }
    return {
      step: fields.step,
      heldOn,
      place,
      ballots,
      counts: counts.map(({ candidateId, value }) => ({ candidateId, approvals: value })),
    };
  });

export const dropPoll = z.object({ ...step, poll: id() });
export const decideOrder = z.object({ ...step, method: choice(methods), note: optionalText(1000) });
