import { newQuestionnaire, stateStep, typedQuestion } from '#features/questionnaires/schema.ts';
import { answerOnline, answerOnPaper } from '#features/questionnaires/server/answering.ts';
import {
  makeQuestionnaire,
  saveQuestion,
  showQuestionnaire,
  stepQuestionnaire,
} from '#features/questionnaires/server/work.ts';
import type { Fields } from '#forms/form.ts';
import { appOn, dayAfter } from '../clock.ts';
import { readQuestionnaire } from '../content/cards.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, type Stage } from '../stage.ts';

type Content = ReturnType<typeof readQuestionnaire>;
type Question = Content['questionnaire']['questions'][number];
type Answers = Content['answers'][number];

const request = 'demo';

/** A questionnaire that was made, answered by link and on paper, and closed; what was written waits for a reader. */
export async function askByQuestionnaire(stage: Stage): Promise<void> {
  const { questionnaire, answers } = readQuestionnaire();
  const { facilitator, municipalityId } = stage.members;
  const app = appOn(stage.app, dayAfter(stage.firstDay, questionnaire.opens));
  const command = newQuestionnaire.parse({
    municipality: municipalityId,
    titleSq: questionnaire.title.sq,
    titleEn: questionnaire.title.en,
    purposeSq: questionnaire.purpose.sq,
    purposeEn: questionnaire.purpose.en,
    opensOn: dayAfter(stage.firstDay, questionnaire.opens),
    closesOn: dayAfter(stage.firstDay, questionnaire.closes),
    session: demoId('session', questionnaire.session),
  });
  const made = await makeQuestionnaire(app, facilitator, command, request);
  const { id } = expectDone('make the questionnaire', made);
  for (const question of questionnaire.questions) await addQuestion(stage, app, id, question);
  await step(stage, app, id, 'open');
  for (const [index, answer] of answers.entries()) {
    await give(stage, id, {
      token: demoId('answer', String(index)),
      answer,
      questions: questionnaire.questions,
    });
  }
  await step(stage, appOn(stage.app, dayAfter(stage.firstDay, questionnaire.closes + 1)), id, 'close');
}

async function versionOf(stage: Stage, id: string) {
  const { questionnaire } = await showQuestionnaire(stage.app, stage.members.facilitator, id);
  return { version: String(questionnaire.version), code: questionnaire.code };
}

async function addQuestion(stage: Stage, app: Stage['app'], id: string, question: Question): Promise<void> {
  const { version } = await versionOf(stage, id);
  const command = typedQuestion.parse({
    version,
    textSq: question.words.sq,
    textEn: question.words.en,
    ...kindOf(question),
  });
  const saved = await saveQuestion(app, stage.members.facilitator, id, command, request);
  expectDone(`add question ${question.id}`, saved);
}

function kindOf(question: Question): Record<string, string> {
  switch (question.kind) {
    case 'choice':
      return {
        kind: question.several ? 'many' : 'one',
        optionsSq: question.options.map(({ sq }) => sq).join('\n'),
        optionsEn: question.options.map(({ en }) => en).join('\n'),
      };
    case 'scale': {
      const [least, most] = [question.labels[question.least], question.labels[question.most]];
      return {
        kind: 'scale',
        least: String(question.least),
        most: String(question.most),
        leastSq: least?.sq ?? '',
        leastEn: least?.en ?? '',
        mostSq: most?.sq ?? '',
        mostEn: most?.en ?? '',
      };
    }
    case 'text':
      return { kind: 'text' };
  }
}

async function step(stage: Stage, app: Stage['app'], id: string, name: 'open' | 'close'): Promise<void> {
  const { version } = await versionOf(stage, id);
  const command = stateStep.parse({ version, step: name });
  const taken = await stepQuestionnaire(app, stage.members.facilitator, id, command, request);
  expectDone(`${name} the questionnaire`, taken);
}

async function give(
  stage: Stage,
  id: string,
  { token, answer, questions }: { token: string; answer: Answers; questions: readonly Question[] },
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, answer.day));
  const typed = typedAnswers(questions, answer);
  if (answer.channel === 'paper') {
    const given = await answerOnPaper(app, stage.members.facilitator, id, { token, typed }, request);
    expectDone('type in an answer', given);
    return;
  }
  const { code } = await versionOf(stage, id);
  // Each from an address of its own: answers from one are limited.
  const sent = { token, typed, trap: '', address: `demo-${token}` };
  expectDone('answer', await answerOnline(app, code, sent));
}

/** As the form sends it: the service numbers questions and options in their order. */
function typedAnswers(questions: readonly Question[], { q1, q2, q3, q4 }: Answers): Fields {
  const option = (index: number, id: string) => {
    const question = questions[index];
    const options = question?.kind === 'choice' ? question.options : [];
    return `o${options.findIndex((one) => one.id === id) + 1}`;
  };
  return { q1: option(0, q1), q2: q2.map((id) => option(1, id)), q3, q4 };
}
