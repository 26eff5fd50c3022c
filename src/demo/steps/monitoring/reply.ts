import {
  actionSchema,
  actionWordingSchema,
  finishSchema,
  handInSchema,
  readSchema,
  sendSchema,
} from '#features/replies/schema.ts';
import { announceAction, saveAnswer } from '#features/replies/server/answering.ts';
import { openByAccount } from '#features/replies/server/door.ts';
import { handIn } from '#features/replies/server/handing-in.ts';
import { beginReading, finishReading, markRead, wordAction } from '#features/replies/server/reading.ts';
import { sendDraft, termFrom } from '#features/replies/server/sending.ts';
import { dayOf } from '#server/cache/day.ts';
import { appOn, dayAfter } from '../../clock.ts';
import type { DemoReply } from '../../content/replies.ts';
import { expectDone } from '../../expect-done.ts';
import { changeCode } from './code.ts';
import type { MonitoringStage } from './team.ts';

const request = 'demo';

/** The draft goes to the town hall, which has its term from that day on. */
export async function sendToTownHall(
  stage: MonitoringStage,
  assessment: string,
  { day, email }: { day: number; email: string },
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const command = sendSchema.parse({
    recipientName: 'Besnik Bashkiaku',
    recipientEmail: email,
    dueOn: termFrom(app, dayOf(app.clock())),
  });
  expectDone('send the draft', await sendDraft(app, stage.members.editor, assessment, command, request));
}

/** The town hall's contact answers and hands in. */
export async function answerForTownHall(
  stage: MonitoringStage,
  assessment: string,
  { answers }: DemoReply,
  day: number,
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const door = await openByAccount(app, stage.team.contact, assessment);
  for (const { part, answer, action } of answers) {
    expectDone(`answer ${part}`, await saveAnswer(app, door, part, { answer, version: 0 }, request));
    if (!action) continue;
    const dueOn = dayAfter(stage.firstDay, action.days);
    const command = actionSchema.parse({ statement: action.statement, dueOn });
    expectDone('announce an action', await announceAction(app, door, part, command, request));
  }
  const command = handInSchema.parse({
    answeredBy: 'Besnik Bashkiaku',
    capacity: 'Drejtori i planifikimit',
    language: 'sq',
  });
  expectDone('hand the reply in', await handIn(app, door, command, request));
}

/** The editor reads every part of the reply; another editor, who coded none of it, changes a code because of it. */
export async function readReply(
  stage: MonitoringStage,
  assessment: string,
  { answers, changed }: DemoReply,
  day: number,
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const { editor } = stage.members;
  expectDone('begin to read', await beginReading(app, editor, assessment, request));
  const texts = await app.db
    .selectFrom('reply_text')
    .innerJoin('reply_request', 'reply_request.id', 'reply_text.request_id')
    .select(['reply_text.id', 'reply_text.answer'])
    .where('reply_request.assessment_id', '=', assessment)
    .where('reply_text.answer', '<>', '')
    .execute();
  for (const { id, answer } of texts) {
    const translation = answers.find((one) => one.answer === answer)?.translation ?? '';
    const command = readSchema.parse({ id, translation, note: '' });
    expectDone('read a part', await markRead(app, editor, assessment, command, request));
  }
  const actions = await app.db
    .selectFrom('announced_action')
    .innerJoin('reply_request', 'reply_request.id', 'announced_action.request_id')
    .select(['announced_action.id', 'announced_action.statement'])
    .where('reply_request.assessment_id', '=', assessment)
    .execute();
  for (const { id, statement } of actions) {
    const own = answers.find(({ action }) => action?.statement === statement);
    const command = actionWordingSchema.parse({ id, translation: own?.action?.translation });
    expectDone('word an action', await wordAction(app, editor, assessment, command, request));
  }
  if (changed) await changeCode(stage, assessment, changed, day);
  const finished = await finishReading(app, editor, assessment, finishSchema.parse({ note: '' }), request);
  expectDone('finish reading', finished);
}
