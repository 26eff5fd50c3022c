import type { App } from '#server/app.ts';
import { makeCast } from './cast.ts';
import { firstDayOf } from './clock.ts';
import { readListening } from './content/listening.ts';
import type { Stage } from './stage.ts';
import { askByQuestionnaire } from './steps/ask.ts';
import { scoreCards } from './steps/cards.ts';
import { compile } from './steps/compile.ts';
import { listen } from './steps/listen.ts';
import { orderCandidates } from './steps/order.ts';
import { planNextCycle } from './steps/plan-cycle.ts';

/** Takes one municipality of the invented network through the half-cycle, and leaves another in the middle of it. */
export async function fillDemo(app: App, say: (text: string) => void): Promise<void> {
  const cast = await makeCast(app);
  const { coordinator } = cast;
  const mandateId = await planNextCycle(app, coordinator);
  const stage = { app, firstDay: firstDayOf(app.clock()), mandateId, coordinator };
  await goTheWholeWay({ ...stage, members: cast.ullimare }, say);
  await goHalfWay({ ...stage, members: cast.kreshmire });
  say('Filled the workspace: Ullimarë has gone the whole way, Kreshmirë is half-way');
}

async function goTheWholeWay(stage: Stage, say: (text: string) => void): Promise<void> {
  const listening = readListening('');
  await listen(stage, listening);
  say(`Filling the workspace: ${listening.sessions.length} sessions, ${listening.needs.length} needs`);
  await scoreCards(stage);
  await askByQuestionnaire(stage);
  const candidates = await compile(stage, '', listening);
  await orderCandidates(stage, candidates);
  say(`Filling the workspace: ${candidates.size} candidate priorities`);
}

/** A session waits to be recorded, needs wait for their review and for a place. */
async function goHalfWay(stage: Stage): Promise<void> {
  const listening = readListening('half-way/');
  await listen(stage, listening);
  await compile(stage, 'half-way/', listening);
}
