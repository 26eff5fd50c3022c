import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { csvLine, guardFormula } from '#server/datapackage/csv-line.ts';
import { inTransaction } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { countAnswers } from '../results.ts';
import type { textReview } from '../schema.ts';
import { mayRunQuestionnaires } from '../policy.ts';
import { readAnswersOf, readTexts, reviewText } from './answer-store.ts';
import { openQuestionnaire } from './answering.ts';
import { accountOf, questionnaireFor, questionnaireToRun } from './work.ts';

type Found = Awaited<ReturnType<typeof questionnaireFor>>;

/** Counts of everyone, and of those who answered online and on paper apart. */
async function countsOf(app: App, { id, municipalityId, questions }: Found) {
  const rows = await readAnswersOf(app.db, municipalityId, id);
  const of = (channel: 'online' | 'paper') => rows.filter((row) => row.channel === channel);
  const counted = (given: typeof rows) => ({
    n: given.length,
    questions: countAnswers(
      questions,
      given.map(({ answers }) => answers),
    ),
  });
  return { all: counted(rows), online: counted(of('online')), paper: counted(of('paper')) };
}

/** The results for who works with the questionnaire, with everything that was written. */
export async function showAnswers(app: App, actor: Actor, id: string) {
  const questionnaire = await questionnaireFor(app.db, actor, id);
  return {
    questionnaire,
    counts: await countsOf(app, questionnaire),
    texts: await readTexts(app.db, questionnaire.municipalityId, id),
    mayReview: mayRunQuestionnaires(actor, questionnaire),
  };
}

/** The results as anyone sees them once they are published, with what was written as far as it was accepted. */
export async function showPublishedAnswers(app: App, code: string) {
  const { questionnaire } = await openQuestionnaire(app, code);
  if (questionnaire.publishedOn === null) throw notFound(`results of ${code}`);
  const texts = await readTexts(app.db, questionnaire.municipalityId, questionnaire.id, 'accepted');
  return {
    questionnaire,
    publishedOn: questionnaire.publishedOn,
    counts: await countsOf(app, questionnaire),
    texts: texts.map(({ answerId, question, body }) => ({ answerId, question, body })),
  };
}

/** Decides whether something written may be shown to everyone. */
export function reviewAnswer(
  app: App,
  actor: Actor,
  id: string,
  { answer, question, review }: z.output<typeof textReview>,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    const { municipalityId, publishedOn } = await questionnaireToRun(tx, actor, id);
    if (publishedOn !== null) {
      return { kind: 'refused', faults: [{ field: 'texts', key: 'questionnaires.fault.published' }] };
    }
    const at = { municipalityId, questionnaireId: id, answerId: answer, question };
    const by = accountOf(actor);
    if (!(await reviewText(tx, at, review, by))) throw notFound(`text of ${answer}`);
    await recordAudit(tx, {
      actor: by,
      action: 'review',
      subject: { kind: 'questionnaire-answer', id: answer },
      municipalityId,
      after: { question, review },
      requestId,
    });
    return { kind: 'done', value: undefined };
  });
}

/** Every answer a line, for spreadsheets: choices by their words, several parted by semicolons. */
export async function answersCsv(app: App, actor: Actor, id: string, language: Language): Promise<string> {
  const { municipalityId, questions } = await questionnaireFor(app.db, actor, id);
  const [rows, texts] = await Promise.all([
    readAnswersOf(app.db, municipalityId, id),
    readTexts(app.db, municipalityId, id),
  ]);
  const written = new Map(texts.map(({ answerId, question, body }) => [`${answerId} ${question}`, body]));
  const header = ['channel', 'received_on', ...questions.map(({ text }) => pickText(text, language))];
  const lines = rows.map(({ id: answerId, channel, receivedOn, answers }) => [
    channel,
    receivedOn,
    ...questions.map((question) => {
      const answer = answers[question.id];
      if (question.kind === 'text') return written.get(`${answerId} ${question.id}`) ?? '';
      if (answer === undefined) return '';
      if (typeof answer === 'number' || question.kind === 'scale') return String(answer);
      const words = question.options.filter((option) => answer.includes(option.id));
      return words.map((option) => pickText(option.text, language)).join('; ');
    }),
  ]);
  return [header, ...lines].map((cells) => csvLine(cells.map(guardFormula))).join('');
}
