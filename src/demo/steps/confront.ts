import {
  askForm,
  candidacyForm,
  lotForm,
  moderationForm,
  planForm,
  replyForm,
  votesForm,
} from '#features/forums/schema.ts';
import { saveAnswers } from '#features/forums/server/answers.ts';
import { askQuestion } from '#features/forums/server/ask.ts';
import { addCandidacy } from '#features/forums/server/candidates.ts';
import { drawLots } from '#features/forums/server/draw.ts';
import { planForum, showPlan } from '#features/forums/server/plans.ts';
import { countVotes, moderateQuestion, saveReply, showQuestions } from '#features/forums/server/questions.ts';
import {
  announceForum,
  endForum,
  publishAnswersTogether,
  startForum,
} from '#features/forums/server/stages.ts';
import { appOn, dayAfter } from '../clock.ts';
import type { readForum } from '../content/forum.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, type Stage } from '../stage.ts';
import { runClock } from './run-clock.ts';

type Content = ReturnType<typeof readForum>;

export interface PlannedForum {
  id: string;
  /** Its key in the record. */
  key: string;
  /** The candidates as the forum knows them, by the key that the file gives them. */
  candidacies: ReadonlyMap<string, string>;
}

/** Announced two weeks before, with its candidates and the order by lot. */
export async function announce(stage: Stage, content: Content): Promise<PlannedForum> {
  const { editor } = stage.members;
  const { forum } = content;
  const app = appOn(stage.app, dayAfter(stage.firstDay, forum.day - 10));
  const candidacies = await addCandidates(stage, app, content);
  const plan = planForm.parse({
    municipality: stage.members.municipalityId,
    mandate: stage.mandateId,
    heldOn: dayAfter(stage.firstDay, forum.day),
    startsAt: forum.starts_at,
    place: forum.place,
    moderators: forum.moderators,
    slotSeconds: String(forum.slot_seconds),
    publishes: 'together',
  });
  const { id } = expectDone('plan the forum', await planForum(app, editor, plan));
  await announceForum(app, editor, id);
  const lots = content.candidates.map(({ id: one, lot }) => [
    `place-${candidacies.get(one) ?? ''}`,
    String(lot),
  ]);
  const drawn = await drawLots(app, editor, id, {
    command: lotForm.parse({ method: 'on-site', drawnBy: forum.drawn_by }),
    fields: Object.fromEntries(lots),
  });
  expectDone('draw the lots', drawn);
  const { plan: announced } = await showPlan(app, editor, id);
  return { id, key: announced.forumKey ?? '', candidacies };
}

async function addCandidates(stage: Stage, app: Stage['app'], { candidates }: Content) {
  const candidacies = new Map<string, string>();
  for (const { id, name, party, coalition } of candidates) {
    const command = candidacyForm.parse({
      municipality: stage.members.municipalityId,
      mandate: stage.mandateId,
      name,
      party,
      coalition,
      sourceTitle: 'Lista e shpikur e kandidatëve për kryetar të Bashkisë Ullimarë',
      sourceUrl: '',
      withdrawnOn: '',
    });
    const added = await addCandidacy(app, stage.members.facilitator, command);
    candidacies.set(id, expectDone(`add candidate ${id}`, added).id);
  }
  return candidacies;
}

/** The evening itself: questions before and during it, the clock, answers to each priority, replies, the end. */
export async function holdForum(stage: Stage, forum: PlannedForum, content: Content): Promise<void> {
  const { editor, facilitator } = stage.members;
  const { day } = content.forum;
  await ask(stage, forum, content, 'before', day - 3);
  const evening = appOn(stage.app, dayAfter(stage.firstDay, day), '17:00');
  await startForum(evening, editor, forum.id);
  await runClock(stage, forum, content);
  await ask(stage, forum, content, 'during', day);
  const { items } = await showPlan(evening, facilitator, forum.id);
  for (const [index, item] of items.entries()) {
    const fields = content.answers
      .filter(({ priority }) => priority === `p${String(index + 1).padStart(2, '0')}`)
      .flatMap(({ candidate, answer, words_sq }) => {
        const id = forum.candidacies.get(candidate) ?? '';
        return [
          [`answer-${id}`, answer],
          [`words-${id}`, words_sq],
        ];
      });
    const saved = await saveAnswers(evening, facilitator, forum.id, item.id, Object.fromEntries(fields));
    expectDone(`write answers to priority ${index + 1}`, saved);
  }
  await reply(stage, evening, forum, content);
  await endForum(appOn(stage.app, dayAfter(stage.firstDay, day), '19:30'), editor, forum.id);
  const after = appOn(stage.app, dayAfter(stage.firstDay, day + 1));
  await publishAnswersTogether(after, editor, forum.id);
}

async function ask(
  stage: Stage,
  forum: PlannedForum,
  { questions }: Content,
  asked: 'before' | 'during',
  day: number,
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day), '17:30');
  for (const { id, question_sq } of questions.filter((one) => one.asked === asked)) {
    const command = askForm.parse({
      question: question_sq,
      language: 'sq',
      field: '',
      item: '',
      once: demoId('question', id),
    });
    // Each from an address of its own, as residents' questions come.
    expectDone(`ask ${id}`, await askQuestion(app, `demo-${id}`, forum.key, command));
  }
  const { waiting } = await showQuestions(app, stage.members.editor, forum.id);
  // The last one that came is left for the moderator.
  const through = asked === 'before' ? waiting : waiting.slice(0, -1);
  for (const { id } of through) {
    const command = moderationForm.parse({ question: id, verdict: 'shown', note: '' });
    const shown = await moderateQuestion(app, stage.members.editor, forum.id, command);
    expectDone('let a question through', shown);
  }
}

async function reply(stage: Stage, app: Stage['app'], forum: PlannedForum, { questions }: Content) {
  const { facilitator, editor } = stage.members;
  const { shown } = await showQuestions(app, editor, forum.id);
  for (const { votes, question_sq, answered_by, answer_sq } of questions) {
    const question = shown.find(({ statement }) => statement === question_sq)?.id;
    if (question === undefined) continue;
    const counted = votesForm.parse({ question, votes: String(votes) });
    expectDone('count votes', await countVotes(app, facilitator, forum.id, counted));
    if (answer_sq === '') continue;
    const candidacy = forum.candidacies.get(answered_by);
    const command = replyForm.parse({ question, candidacy, answer: answer_sq });
    expectDone('write a reply', await saveReply(app, editor, forum.id, command));
  }
}
