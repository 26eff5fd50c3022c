import type { Actor } from '#features/accounts/actor.ts';
import { decideCode, handInCoding } from '#features/coding/schema.ts';
import { adjudicate, changeCodeAfterReply } from '#features/coding/server/decide.ts';
import { handIn } from '#features/coding/server/hand-in.ts';
import { openCoding } from '#features/rounds/server/open-coding.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { appOn, dayAfter } from '../../clock.ts';
import type { ChangedCode } from '../../content/replies.ts';
import type { DemoCoding, DemoItem } from '../../content/monitoring.ts';
import { expectDone } from '../../expect-done.ts';
import { demoId } from '../../stage.ts';
import type { MonitoringStage } from './team.ts';

const request = 'demo';

export async function letCode(stage: MonitoringStage, assessment: string, day: number): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  expectDone('open the coding', await openCoding(app, stage.members.editor, assessment));
}

async function tasksOf({ app }: MonitoringStage, assessment: string): Promise<Map<string, string>> {
  const rows = await app.db
    .selectFrom('coding_task')
    .select(['id', 'component_id'])
    .where('assessment_id', '=', assessment)
    .execute();
  return new Map(rows.map((row) => [row.component_id, row.id]));
}

interface Seated {
  coder: Actor;
  which: 'first' | 'second';
  day: number;
}

/** A coder hands in what they gave for each component, relying on all the evidence that there is. */
export async function handInCodes(
  stage: MonitoringStage,
  assessment: string,
  { items, codings }: { items: readonly DemoItem[]; codings: readonly DemoCoding[] },
  { coder, which, day }: Seated,
): Promise<void> {
  const tasks = await tasksOf(stage, assessment);
  const on = dayAfter(stage.firstDay, day);
  const app = appOn(stage.app, on);
  for (const coding of codings) {
    const task = tasks.get(idOf('component', coding.component)) ?? '';
    const searched = coding.looked_in !== '' || coding[which] === 'none';
    const command = handInCoding.parse({
      given: coding[which],
      language: 'sq',
      rationale: coding.rationale_sq,
      evidence: items
        .filter(({ component }) => component === coding.component)
        .map(({ id }) => demoId('evidence', id)),
      looked_in: searched ? [coding.looked_in || 'Faqja e bashkisë'] : [],
      asked: searched ? [coding.asked] : [],
      searched_on: searched ? [on] : [],
    });
    expectDone(`code ${coding.component}`, await handIn(app, coder, task, command, request));
  }
}

/** Somebody who coded neither decides where the two did not agree. */
export async function decideBetween(
  stage: MonitoringStage,
  assessment: string,
  codings: readonly DemoCoding[],
  { adjudicator, day }: { adjudicator: Actor; day: number },
): Promise<void> {
  const tasks = await tasksOf(stage, assessment);
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  for (const coding of codings.filter(({ first, second }) => first !== second)) {
    const command = decideCode.parse({
      given: coding.code,
      evidence: [],
      rationale_sq: coding.rationale_sq,
      rationale_en: coding.rationale_en,
      reason_sq: coding.reason_sq,
      reason_en: coding.reason_en,
    });
    const task = tasks.get(idOf('component', coding.component)) ?? '';
    expectDone(`decide ${coding.component}`, await adjudicate(app, adjudicator, task, command, request));
  }
}

/** What the town hall brought with its reply changes a code: who coded neither says why. */
export async function changeCode(
  stage: MonitoringStage,
  assessment: string,
  { component, code, rationale, reason, evidence }: ChangedCode,
  day: number,
): Promise<void> {
  const tasks = await tasksOf(stage, assessment);
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const decision = decideCode.parse({
    given: code,
    evidence: evidence.map((id) => demoId('evidence', id)),
    rationale_sq: rationale.sq,
    rationale_en: rationale.en,
    reason_sq: reason.sq,
    reason_en: reason.en,
  });
  const task = tasks.get(idOf('component', component)) ?? '';
  const command = { ...decision, base: 1 };
  const changed = await changeCodeAfterReply(app, stage.team.secondEditor, task, command, request);
  expectDone(`change the code of ${component}`, changed);
}
