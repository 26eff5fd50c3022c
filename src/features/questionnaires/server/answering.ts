import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { isEmpty, readAnswers } from '../answers.ts';
import { stageOn } from '../state.ts';
import { holdQuestionnaire, insertAnswer } from './answer-store.ts';
import { readQuestionnaire } from './store.ts';
import { accountOf, questionnaireToRun } from './work.ts';

// A meeting hall shares one address; a program that fills in forms does not stop at thirty.
const limit = { name: 'questionnaire', burst: 30, perSecond: 1 / 20 };

/** A questionnaire as anyone sees it. @throws not-found for a draft too: nobody is to know of it. */
export async function openQuestionnaire(app: App, code: string) {
  const found = await readQuestionnaire(app.db, { code });
  if (!found || found.state === 'draft') throw notFound(`questionnaire ${code}`);
  return { questionnaire: found, stage: stageOn(found, dayOf(app.clock())) };
}

export interface Sent {
  /** The number of this filled-in form: sent twice, it counts once. */
  token: string;
  typed: Fields;
  /** What stands in the field that people do not see. */
  trap: string;
  /** The sender's address: for the limit alone, never kept. */
  address: string;
}

/** Takes answers from anyone, without an account. */
export async function answerOnline(app: App, code: string, sent: Sent): Promise<Outcome<undefined>> {
  const allowance = await takeTurn(app, limit, sent.address);
  if (!allowance.allowed) {
    return { kind: 'refused', faults: [{ field: 'send', key: 'questionnaires.fault.too-fast' }] };
  }
  // A program is not told that it was seen.
  if (sent.trap !== '') return { kind: 'done', value: undefined };
  const { questionnaire: known } = await openQuestionnaire(app, code);
  return inTransaction(app.db, async (tx) => {
    await holdQuestionnaire(tx, known.id);
    const found = await readQuestionnaire(tx, { code });
    if (!found || stageOn(found, dayOf(app.clock())) !== 'open') {
      return { kind: 'refused', faults: [{ field: 'send', key: 'questionnaires.fault.closed' }] };
    }
    const read = readAnswers(found.questions, sent.typed);
    if (read.faults.length > 0) return { kind: 'refused', faults: read.faults };
    if (isEmpty(read)) {
      return { kind: 'refused', faults: [{ field: 'send', key: 'questionnaires.fault.empty' }] };
    }
    const { id: questionnaireId, municipalityId } = found;
    const receivedOn = dayOf(app.clock());
    const { answers, texts } = read;
    const given = { answers, texts, receivedOn, channel: 'online', enteredBy: null } as const;
    await insertAnswer(tx, { id: sent.token, municipalityId, questionnaireId, ...given });
    return { kind: 'done', value: undefined };
  });
}

/** Types in answers from paper, as long as the results are not public. What was left empty on paper is left empty. */
export function answerOnPaper(
  app: App,
  actor: Actor,
  id: string,
  { token, typed }: Pick<Sent, 'token' | 'typed'>,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    await questionnaireToRun(tx, actor, id);
    await holdQuestionnaire(tx, id);
    const found = await questionnaireToRun(tx, actor, id);
    if (found.state === 'draft' || found.publishedOn !== null) {
      return { kind: 'refused', faults: [{ field: 'send', key: 'questionnaires.fault.no-paper' }] };
    }
    const questions = found.questions.map((question) => ({ ...question, required: false }));
    const read = readAnswers(questions, typed);
    if (read.faults.length > 0) return { kind: 'refused', faults: read.faults };
    if (isEmpty(read)) {
      return { kind: 'refused', faults: [{ field: 'send', key: 'questionnaires.fault.empty' }] };
    }
    const { municipalityId } = found;
    const enteredBy = accountOf(actor);
    const { answers, texts } = read;
    const given = { answers, texts, channel: 'paper', enteredBy, receivedOn: dayOf(app.clock()) } as const;
    const isNew = await insertAnswer(tx, { id: token, municipalityId, questionnaireId: id, ...given });
    if (isNew) {
      await recordAudit(tx, {
        actor: enteredBy,
        action: 'enter',
        subject: { kind: 'questionnaire-answer', id: token },
        municipalityId,
        after: { questionnaire: id },
        requestId,
      });
    }
    return { kind: 'done', value: undefined };
  });
}
