import type { Actor } from '#features/accounts/actor.ts';
import { openRoundForm, assignManyForm } from '#features/rounds/schema.ts';
import { assignMany } from '#features/rounds/server/assign.ts';
import { openRound } from '#features/rounds/server/plans.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { appOn, dayAfter } from '../../clock.ts';
import { expectDone } from '../../expect-done.ts';
import { accountOf, type MonitoringStage } from './team.ts';

interface OpenedRound {
  number: number;
  starts: string;
  ends: string;
  /** Days counted from the first start: when it is opened, and its four deadlines. */
  opened: number;
  evidence: number;
  coding: number;
  reply: number;
  publication: number;
  contracts: readonly string[];
}

/** The coordinator opens a round for some contracts. @returns the round's id */
export async function openDemoRound(
  app: App,
  coordinator: Actor,
  firstDay: string,
  round: OpenedRound,
): Promise<string> {
  const on = (days: number) => dayAfter(firstDay, days);
  const command = openRoundForm.parse({
    mandate: idOf('mandate', '2023-2027'),
    codebook: idOf('codebook', 'pop-2'),
    number: String(round.number),
    starts: round.starts,
    ends: round.ends,
    evidence: on(round.evidence),
    coding: on(round.coding),
    reply: on(round.reply),
    publication: on(round.publication),
    municipalitiesAre: 'some',
    contracts: round.contracts.map((key) => idOf('contract', key)),
  });
  const opened = await openRound(appOn(app, on(round.opened)), coordinator, command);
  return expectDone(`open round ${round.number}`, opened).id;
}

/** The assessment of the stage's municipality in a round. */
export async function assessmentOf({ app, members }: MonitoringStage, round: string): Promise<string> {
  const { id } = await app.db
    .selectFrom('assessment')
    .select('id')
    .where('round_plan_id', '=', round)
    .where('municipality_id', '=', members.municipalityId)
    .executeTakeFirstOrThrow();
  return id;
}

/** The editor says who gathers evidence and who codes. */
export async function assignTeam(stage: MonitoringStage, assessment: string, day: number): Promise<void> {
  const { monitor, coder, otherCoder } = stage.team;
  const command = assignManyForm.parse({
    priorities: [],
    monitor: accountOf(monitor),
    first: accountOf(coder),
    second: accountOf(otherCoder),
  });
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const assigned = expectDone('assign', await assignMany(app, stage.members.editor, assessment, command));
  if (assigned.left > 0) throw new Error('The demonstration’s coders must not code there');
}
