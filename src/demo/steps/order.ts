import { addPoll, decideOrder } from '#features/compiling/order-schema.ts';
import { countPoll, decide } from '#features/compiling/server/order.ts';
import { appOn, dayAfter } from '../clock.ts';
import { readVote } from '../content/contract.ts';
import { expectDone } from '../expect-done.ts';
import { boardOf, demoId, type Stage } from '../stage.ts';

const decidedOn = -36;

/** Residents vote by approval at two places; the editor decides the order by it. */
export async function orderCandidates(stage: Stage, ids: ReadonlyMap<string, string>): Promise<void> {
  const { facilitator, editor } = stage.members;
  const { candidates, polls } = readVote();
  for (const { id, day, place, ballots } of polls) {
    const counts = candidates.map((candidate) => [
      `count-${ids.get(candidate.id) ?? ''}`,
      String(candidate[id]),
    ]);
    const heldOn = dayAfter(stage.firstDay, day);
    const command = addPoll.parse({
      step: demoId('poll', id),
      heldOn,
      place,
      ballots: String(ballots),
      ...Object.fromEntries(counts),
    });
    const counted = await countPoll(appOn(stage.app, heldOn), facilitator, {
      ...boardOf(stage),
      ...command,
    });
    expectDone(`count the vote at ${id}`, counted);
  }
  const order = decideOrder.parse({
    step: demoId('order', 'approval'),
    method: 'approval',
    note: 'Votuan banorët te biblioteka dhe te tregu; secili mund të zgjidhte sa kandidatë të donte.',
  });
  const app = appOn(stage.app, dayAfter(stage.firstDay, decidedOn), '19:00');
  expectDone('decide the order', await decide(app, editor, { ...boardOf(stage), ...order }));
}
