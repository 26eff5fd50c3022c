import { createHash, randomUUID } from 'node:crypto';
import { voterOf } from '#features/registration/server/voting-pass.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { takeTurn, type RateLimit } from '#server/http/rate-limit.ts';
import { readChoices } from '../poll.ts';
import type { FloorAskCommand, SpeakCommand, VoteCommand } from '../schema.ts';
import * as store from './audience-store.ts';
import { viewFloor } from './view.ts';

// A whole hall may share one address.
const asking: RateLimit = { name: 'floor-ask', burst: 60, perSecond: 0.5 };
const supporting: RateLimit = { name: 'floor-support', burst: 600, perSecond: 10 };
const voting: RateLimit = { name: 'floor-vote', burst: 1000, perSecond: 10 };
const speaking: RateLimit = { name: 'floor-speak', burst: 60, perSecond: 0.5 };

/** Who sends something from the audience: an address to be limited by, and a random value that stays in the browser. */
export interface Sender {
  address: string;
  browser: string;
}

/** Who answers a poll, with the pass that a registration's page gave their browser; '' without one. */
export interface Voter extends Sender {
  pass: string;
}

/** Those in line at once: beyond, nobody would be called. */
const mostWaiting = 100;
/** Questions that wait for the moderator at once. */
const mostUnread = 300;

async function openFloor(app: App, limit: RateLimit, address: string, key: string) {
  if (!(await takeTurn(app, limit, address)).allowed) throw new DomainError('too-many-requests', limit.name);
  const floor = await viewFloor(app, key);
  if (!floor.isOpen) throw new DomainError('conflict', 'the floor is closed');
  return floor;
}

/** One browser at one gathering: nothing about the person, and nothing that leads from one gathering to another. */
function digestOf(planId: string, browser: string): string {
  return createHash('sha256').update(`${browser} ${planId}`).digest('hex');
}

/**
 * Takes a question from the audience; a moderator lets it through. Two clicks on one form ask once; what a program filled in is
 * thanked for and thrown away.
 */
export async function askAtFloor(
  app: App,
  address: string,
  key: string,
  command: FloorAskCommand,
): Promise<Outcome<null>> {
  const { planId, items } = await openFloor(app, asking, address, key);
  if (command.website !== '') return { kind: 'done', value: null };
  if (command.item !== null && !items.some(({ id }) => id === command.item)) {
    return { kind: 'refused', faults: [{ field: 'item', key: 'form.fault.choice' }] };
  }
  if ((await store.countUnread(app.db, planId)) >= mostUnread) {
    return { kind: 'refused', faults: [{ field: 'question', key: 'floor.fault.many-questions' }] };
  }
  const row = {
    plan_id: planId,
    id: randomUUID(),
    statement: command.question,
    language: command.language,
    item_id: command.item,
    once: command.once,
    created_at: app.clock(),
  };
  if (!(await store.insertQuestion(app.db, row))) {
    // Who goes back in the browser and writes another question sends it from the same form.
    const asked = await store.readAskedOnce(app.db, planId, command.once);
    if (asked !== row.statement) await store.insertQuestion(app.db, { ...row, once: randomUUID() });
  }
  return { kind: 'done', value: null };
}

/** Puts one browser's support behind a question; once, however often it is pressed. */
export async function supportAtFloor(
  app: App,
  { address, browser }: Sender,
  key: string,
  questionId: string,
): Promise<Outcome<string>> {
  const { planId, questions } = await openFloor(app, supporting, address, key);
  if (!questions.some(({ id }) => id === questionId)) throw notFound(`question ${questionId}`);
  await store.insertSupport(app.db, planId, questionId, digestOf(planId, browser));
  return { kind: 'done', value: questionId };
}

/** Counts one answer to an open poll, of a browser or of a person. Another one while it is open takes the place of the first. */
export async function voteAtFloor(
  app: App,
  { address, browser, pass }: Voter,
  key: string,
  command: VoteCommand,
): Promise<Outcome<string>> {
  const { planId, polls } = await openFloor(app, voting, address, key);
  const poll = polls.find(({ id }) => id === command.poll);
  if (!poll) throw notFound(`poll ${command.poll}`);
  const choices = readChoices(poll, command.choice.map(Number));
  const refused = (fault: FieldFault['key']): Outcome<string> => ({
    kind: 'refused',
    faults: [{ field: `choice-${poll.id}`, key: fault }],
  });
  if (!choices) return refused('floor.fault.choose');
  const { voters, id: pollId } = poll;
  const isOpenToAll = voters === 'anyone';
  const voter = isOpenToAll
    ? digestOf(planId, browser)
    : await voterOf(app, { pass, planId, pollId, voters });
  if (voter === undefined) return refused(isOpenToAll ? 'floor.fault.choose' : `floor.fault.only-${voters}`);
  const isCounted = await store.putVote(app.db, {
    planId,
    pollId,
    voter,
    choices,
  });
  return isCounted ? { kind: 'done', value: poll.id } : refused('floor.fault.poll-closed');
}

/** Puts somebody in line for the floor, under the name that they want to be called by; once at a time. */
export async function askToSpeak(
  app: App,
  { address, browser }: Sender,
  key: string,
  { name, attendance, website }: SpeakCommand,
): Promise<Outcome<null>> {
  const { planId, queue } = await openFloor(app, speaking, address, key);
  if (website !== '') return { kind: 'done', value: null };
  if (queue.next.length >= mostWaiting) {
    return { kind: 'refused', faults: [{ field: 'name', key: 'floor.fault.many-speakers' }] };
  }
  await store.insertTurn(app.db, {
    plan_id: planId,
    id: randomUUID(),
    name,
    attendance,
    speaker: digestOf(planId, browser),
    asked_at: app.clock(),
  });
  return { kind: 'done', value: null };
}

/** Takes whoever waits with this browser out of the line. */
export async function leaveQueue(app: App, browser: string, key: string): Promise<void> {
  const { planId } = await viewFloor(app, key);
  await store.withdrawTurn(app.db, planId, digestOf(planId, browser));
}
