import {
  actionSchema,
  finishSchema,
  handInSchema,
  readSchema,
  sendSchema,
} from '#features/replies/schema.ts';
import { announceAction, saveAnswer } from '#features/replies/server/answering.ts';
import { openByAccount } from '#features/replies/server/door.ts';
import { handIn } from '#features/replies/server/handing-in.ts';
import { beginReading, finishReading, markRead } from '#features/replies/server/reading.ts';
import { sendDraft, termFrom } from '#features/replies/server/sending.ts';
import { dayOf } from '#server/cache/day.ts';
import { appOn, dayAfter } from '../../clock.ts';
import { expectDone } from '../../expect-done.ts';
import type { MonitoringStage } from './team.ts';

const request = 'demo';

interface Answered {
  /** 'overall', or a priority's place in the contract. */
  part: string;
  answer: string;
  translation: string;
  action?: { statement: string; days: number };
}

/** What the town hall wrote. */
const answers: readonly Answered[] = [
  {
    part: 'overall',
    answer:
      'Bashkia falënderon organizatën për punën. Për pesë prioritete puna vazhdon dhe do të mbyllet me buxhetin e vitit të ardhshëm.',
    translation:
      'The municipality thanks the organisation for its work. On five priorities the work goes on and will be closed with next year’s budget.',
  },
  {
    part: '1',
    answer: 'Rrugët e mbetura janë në tender; kontrata nënshkruhet këtë vit.',
    translation: 'The streets that are left are in a tender; the contract will be signed this year.',
    action: { statement: 'Shtrimi i rrugëve të mbetura', days: 120 },
  },
  {
    part: '4',
    answer: 'Nuk pajtohemi: sinjalistika u vendos në mars, siç tregon akti i marrjes në dorëzim.',
    translation: 'We do not agree: the signs were put up in March, as the acceptance record shows.',
  },
];

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

/** The editor reads every part of the reply. */
export async function readReply(stage: MonitoringStage, assessment: string, day: number): Promise<void> {
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
  const finished = await finishReading(app, editor, assessment, finishSchema.parse({ note: '' }), request);
  expectDone('finish reading', finished);
}
