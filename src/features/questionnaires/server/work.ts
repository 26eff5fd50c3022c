import { randomInt, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import {
  mayPublishAnswers,
  mayReadQuestionnaires,
  mayRunQuestionnaires,
  placesOfQuestionnaires,
} from '../policy.ts';
import { mostQuestions, moveQuestion, nextQuestionId, type Question } from '../question.ts';
import { fewestPublished } from '../results.ts';
import {
  localisedOf,
  questionOf,
  typedOf,
  type newQuestionnaire,
  type changedQuestionnaire,
  type questionStep,
  type stateStep,
  type TypedQuestion,
  type Words,
} from '../schema.ts';
import { stageOn } from '../state.ts';
import { readAnswersOf } from './answer-store.ts';
import * as store from './store.ts';

const mostListed = 300;

export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'questionnaires are for accounts');
  return actor.id;
}

/** The questionnaires that the actor sees, newest first, each with where it stands today. */
export async function listQuestionnaires(app: App, actor: Actor) {
  const places = placesOfQuestionnaires(actor);
  if (places !== 'all' && places.length === 0) throw new DomainError('forbidden', 'questionnaires');
  const today = dayOf(app.clock());
  const rows = await store.readQuestionnaires(app.db, places, mostListed);
  return {
    questionnaires: rows.map((row) => ({ ...row, stage: stageOn(row, today) })),
    mayMake: ownPlaces(actor).length > 0,
  };
}

/** The municipalities in which the actor runs questionnaires for an organisation. */
function ownPlaces(actor: Actor): string[] {
  const places = placesOfQuestionnaires(actor);
  const ids = places === 'all' ? grantedPlaces(actor) : places;
  return ids.filter((id) => mayRunQuestionnaires(actor, { municipalityId: id }));
}

/** Someone who reads everything as a coordinator may also work in a municipality. */
function grantedPlaces(actor: Actor): string[] {
  if (actor.kind !== 'account') return [];
  return actor.grants.flatMap(({ scope }) => (scope.kind === 'organisation' ? scope.municipalityIds : []));
}

/** Where someone makes questionnaires. @throws forbidden for who does nowhere */
function placesToMake(actor: Actor): string[] {
  const places = ownPlaces(actor);
  if (places.length === 0) throw new DomainError('forbidden', 'a new questionnaire');
  return places;
}

/** What the page of a new questionnaire offers. @throws forbidden for who makes none */
export async function beginQuestionnaire(app: App, actor: Actor) {
  const places = placesToMake(actor);
  const [municipalities, sessions] = await Promise.all([
    store.readMunicipalities(app.db, places),
    store.readSessions(app.db, places),
  ]);
  return { municipalities, sessions };
}

/** Letters and digits that nobody confuses on paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

function newCode(): string {
  return Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('');
}

async function isForeignSession(db: Db, municipalityId: string, session: string | null): Promise<boolean> {
  if (session === null) return false;
  return !(await store.readSessions(db, [municipalityId])).some(({ id }) => id === session);
}

function rowOf(words: Words): store.WordsRow {
  return {
    session_id: words.session,
    title: localisedOf(words.titleSq, words.titleEn),
    purpose: localisedOf(words.purposeSq, words.purposeEn),
    opens_on: words.opensOn,
    closes_on: words.closesOn,
  };
}

type Refused = Exclude<Outcome<never>, { kind: 'done' }>;

function refused(field: string, key: FieldFault['key']): Refused {
  return { kind: 'refused', faults: [{ field, key }] };
}

/** Begins a questionnaire, without questions yet. */
export function makeQuestionnaire(
  app: App,
  actor: Actor,
  { municipality, ...words }: z.output<typeof newQuestionnaire>,
  requestId: string,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(app.db, async (tx) => {
    placesToMake(actor);
    const [organisation] = organisationsIn(actor, municipality, 'facilitator', 'editor');
    if (organisation === undefined) throw notFound(`municipality ${municipality}`);
    if (await isForeignSession(tx, municipality, words.session))
      return refused('session', 'form.fault.choice');
    const id = randomUUID();
    const createdBy = accountOf(actor);
    const row = { ...rowOf(words), id, municipality_id: municipality, organisation_id: organisation };
    while (!(await store.insertQuestionnaire(tx, { ...row, code: newCode(), created_by: createdBy })));
    await recordAudit(tx, {
      actor: createdBy,
      action: 'make',
      subject: { kind: 'questionnaire', id },
      municipalityId: municipality,
      after: { title: row.title },
      requestId,
    });
    return { kind: 'done', value: { id } };
  });
}

/** One that the actor may read. @throws not-found, also where it is not theirs to know. */
export async function questionnaireFor(db: Db, actor: Actor, id: string) {
  const found = await store.readQuestionnaire(db, { id });
  if (!found || !mayReadQuestionnaires(actor, found)) throw notFound(`questionnaire ${id}`);
  return found;
}

/** The same, where the actor runs it. */
export async function questionnaireToRun(db: Db, actor: Actor, id: string) {
  const found = await questionnaireFor(db, actor, id);
  if (!mayRunQuestionnaires(actor, found)) throw new DomainError('forbidden', 'run a questionnaire');
  return found;
}

/** Everything about one questionnaire for who works with it. */
export async function showQuestionnaire(app: App, actor: Actor, id: string) {
  const questionnaire = await questionnaireFor(app.db, actor, id);
  const [answers, sessions] = await Promise.all([
    readAnswersOf(app.db, questionnaire.municipalityId, id),
    store.readSessions(app.db, [questionnaire.municipalityId]),
  ]);
  return {
    questionnaire,
    stage: stageOn(questionnaire, dayOf(app.clock())),
    sessions,
    answers: {
      online: answers.filter(({ channel }) => channel === 'online').length,
      paper: answers.filter(({ channel }) => channel === 'paper').length,
    },
    mayRun: mayRunQuestionnaires(actor, questionnaire),
    mayPublish: mayPublishAnswers(actor, questionnaire),
  };
}

type Found = Awaited<ReturnType<typeof questionnaireFor>>;

/** What stands in the form of the words, for who comes second to compare with. */
export function wordsOf(found: Found) {
  return {
    titleSq: found.title.sq ?? '',
    titleEn: found.title.en ?? '',
    purposeSq: found.purpose.sq ?? '',
    purposeEn: found.purpose.en ?? '',
    opensOn: found.opensOn ?? '',
    closesOn: found.closesOn ?? '',
    session: found.sessionId ?? '',
  };
}

/** Changes what a questionnaire is called, what it is for and when it is open. */
export function changeQuestionnaire(
  app: App,
  actor: Actor,
  id: string,
  { version, ...words }: z.output<typeof changedQuestionnaire>,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    const found = await questionnaireToRun(tx, actor, id);
    if (await isForeignSession(tx, found.municipalityId, words.session))
      return refused('session', 'form.fault.choice');
    if (!(await store.updateWords(tx, { id, version }, rowOf(words)))) {
      const now = await questionnaireFor(tx, actor, id);
      return { kind: 'conflict', theirs: wordsOf(now), theirVersion: now.version };
    }
    await audit(tx, actor, 'change', found, requestId, { before: wordsOf(found), after: words });
    return { kind: 'done', value: undefined };
  });
}

/**
 * Questions change only while nobody can have answered them.
 * @param change gives the questions anew, or why they stay as they are
 */
function changeQuestions(
  app: App,
  actor: Actor,
  id: string,
  change: (found: Found) => Question[] | Refused,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    const found = await questionnaireToRun(tx, actor, id);
    if (found.state !== 'draft') return refused('kind', 'questionnaires.fault.opened');
    const questions = change(found);
    if ('kind' in questions) return questions;
    if (questions.length > mostQuestions) return refused('kind', 'questionnaires.fault.too-many');
    if (!(await store.updateQuestions(tx, { id, version: found.version }, questions)))
      return refused('kind', 'questionnaires.fault.changed');
    await audit(tx, actor, 'change', found, requestId, {
      before: { questions: found.questions },
      after: { questions },
    });
    return { kind: 'done', value: undefined };
  });
}

/**
 * Adds a question at the end, or changes one in its place; of two who change the same one, the second sees what the
 * first saved.
 */
export function saveQuestion(app: App, actor: Actor, id: string, typed: TypedQuestion, requestId: string) {
  const change = ({ questions, version }: Found): Question[] | Refused => {
    if (typed.question === '') return [...questions, questionOf(typed, nextQuestionId(questions))];
    const stored = questions.find((one) => one.id === typed.question);
    // Removed meanwhile: nothing stands there now; saved once more, it is added anew.
    if (!stored && version !== typed.version) {
      return { kind: 'conflict', theirs: { textSq: '' }, theirVersion: version };
    }
    if (!stored) return [...questions, questionOf(typed, nextQuestionId(questions))];
    const theirs = typedOf(stored);
    // The version is that of all questions: another one's change is none of this one.
    if (version !== typed.version && JSON.stringify(theirs) !== typed.began) {
      return { kind: 'conflict', theirs, theirVersion: version };
    }
    return questions.map((one) => (one.id === stored.id ? questionOf(typed, one.id) : one));
  };
  return changeQuestions(app, actor, id, change, requestId);
}

export function stepQuestion(
  app: App,
  actor: Actor,
  id: string,
  { version, question, step }: z.output<typeof questionStep>,
  requestId: string,
) {
  const change = (found: Found) => {
    if (found.version !== version) return refused('kind', 'questionnaires.fault.changed');
    return step === 'remove'
      ? found.questions.filter((one) => one.id !== question)
      : moveQuestion(found.questions, question, step === 'up' ? -1 : 1);
  };
  return changeQuestions(app, actor, id, change, requestId);
}

/** Opens a questionnaire, closes it, opens it again, or publishes its results: those end it for good. */
export function stepQuestionnaire(
  app: App,
  actor: Actor,
  id: string,
  { version, step }: z.output<typeof stateStep>,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    const found = await questionnaireToRun(tx, actor, id);
    const today = dayOf(app.clock());
    const fault = await refusalOf(tx, actor, found, step, today);
    if (fault) return fault;
    const at = { id, version };
    const isDone =
      step === 'publish'
        ? await store.updatePublished(tx, at, today)
        : await store.updateState(tx, at, step === 'close' ? 'closed' : 'open');
    if (!isDone) return refused('step', 'questionnaires.fault.changed');
    await audit(tx, actor, step, found, requestId, { before: { state: found.state }, after: { step } });
    if (step === 'publish') {
      await noteRecordChange(tx, { tables: [], municipalityIds: [found.municipalityId] });
    }
    return { kind: 'done', value: undefined };
  });
}

async function refusalOf(
  tx: Db,
  actor: Actor,
  found: Found,
  step: z.output<typeof stateStep>['step'],
  today: string,
) {
  const stage = stageOn(found, today);
  switch (step) {
    case 'open':
      if (found.state !== 'draft') return refused('step', 'questionnaires.fault.changed');
      return found.questions.length === 0 ? refused('step', 'questionnaires.fault.no-questions') : undefined;
    case 'close':
      return found.state === 'open' ? undefined : refused('step', 'questionnaires.fault.changed');
    case 'reopen':
      return found.state === 'closed' && found.publishedOn === null
        ? undefined
        : refused('step', 'questionnaires.fault.changed');
    case 'publish': {
      if (!mayPublishAnswers(actor, found)) throw new DomainError('forbidden', 'publish answers');
      if (stage !== 'closed' || found.publishedOn !== null)
        return refused('step', 'questionnaires.fault.not-closed');
      const answers = await readAnswersOf(tx, found.municipalityId, found.id);
      return answers.length < fewestPublished ? refused('step', 'questionnaires.fault.too-few') : undefined;
    }
  }
}

function audit(
  tx: Db,
  actor: Actor,
  action: string,
  { id, municipalityId }: Found,
  requestId: string,
  change: { before: Record<string, unknown>; after: Record<string, unknown> },
): Promise<void> {
  return recordAudit(tx, {
    actor: accountOf(actor),
    action,
    subject: { kind: 'questionnaire', id },
    municipalityId,
    ...change,
    requestId,
  });
}
