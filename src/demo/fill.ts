import type { App } from '#server/app.ts';
import { editorFor, makeCast } from './cast.ts';
import { firstDayOf } from './clock.ts';
import { readContract } from './content/contract.ts';
import { readForum } from './content/forum.ts';
import { readListening } from './content/listening.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { monitor } from './monitor.ts';
import type { Stage } from './stage.ts';
import { agreeOnContract } from './steps/agree.ts';

import { askByQuestionnaire } from './steps/ask.ts';
import { scoreCards } from './steps/cards.ts';
import { compile } from './steps/compile.ts';
import { announce, holdForum } from './steps/confront.ts';
import { exchange, noteContext } from './steps/exchange.ts';
import { gather } from './steps/gather.ts';
import { correctTraining } from './steps/correct-event.ts';
import { invite } from './steps/invite.ts';
import { join } from './steps/join.ts';
import { listen } from './steps/listen.ts';
import { orderCandidates } from './steps/order.ts';
import { planNextCycle } from './steps/plan-cycle.ts';
import { publishLibrary } from './steps/publish-library.ts';
import { seeThemselves } from './steps/see-themselves.ts';
import { sign } from './steps/sign.ts';
import { writeArticles } from './steps/write-articles.ts';
import { handIn, writeContract } from './steps/write-contract.ts';

/**
 * Takes one municipality of the invented network through the half-cycle to a contract, and its earlier contract through
 * monitoring; leaves another in the middle of both.
 */
export async function fillDemo(app: App, say: (text: string) => void): Promise<void> {
  const cast = await makeCast(app);
  const { coordinator } = cast;
  const mandateId = await planNextCycle(app, coordinator);
  const stage = { app, firstDay: firstDayOf(app.clock()), mandateId, coordinator };
  await goTheWholeWay({ ...stage, members: cast.ullimare }, say);
  await gather({ ...stage, members: cast.ullimare });
  await invite({ ...stage, members: cast.ullimare });
  await correctTraining({ ...stage, members: cast.ullimare });
  await goHalfWay({ ...stage, members: cast.kreshmire });
  await noteContext(app, coordinator);
  await publishLibrary(app, cast.ullimare);
  await join(app, stage.firstDay, coordinator);
  await seeThemselves(app, stage.firstDay, (key, id) => editorFor(app, key, id));
  const { team } = cast;
  await exchange(app, cast.ullimare, team.contact);
  await monitor(
    {
      ullimare: { ...stage, members: cast.ullimare, team, contract: 'ullimare-2023' },
      // Its coder gathers there, too: the monitor works in one municipality alone.
      kreshmire: {
        ...stage,
        members: cast.kreshmire,
        team: { ...team, monitor: team.coder },
        contract: 'kreshmire-2023',
      },
    },
    say,
  );
  say('Filled the workspace: Ullimarë has gone from voices to signatures;');
  say('  Kreshmirë, where the same facilitator and editor work, is half-way; Kripalë has not begun');
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
  const contract = await agreeOnContract(stage, candidates);
  const content = readForum();
  const forum = await announce(stage, content);
  await holdForum(stage, forum, content);
  await sign(stage, contract, idOf('event', forum.key), content);
  await writeArticles(stage);
  say('Filling the workspace: a contract, a forum, signatures');
}

/** Needs wait for review and a place, a session waits to be recorded, a version to be approved. */
async function goHalfWay(stage: Stage): Promise<void> {
  const part = 'half-way/';
  const listening = readListening(part);
  await listen(stage, listening);
  const contract = readContract(part);
  const draft = await writeContract(stage, contract, await compile(stage, part, listening));
  for (const version of contract.versions) await handIn(stage, draft, version);
}
