import { createHash, randomUUID } from 'node:crypto';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import type { AskCommand } from '../schema.ts';
import { readItems, readPlanOfForum } from './plan-store.ts';
import { readForum } from './public-store.ts';
import { insertQuestion, insertSupport, readAskedOnce, readShownQuestions } from './question-store.ts';

// A whole hall may share one address.
const asking = { name: 'forum-question', burst: 30, perSecond: 0.2 };
const supporting = { name: 'forum-support', burst: 120, perSecond: 1 };

async function openForum(app: App, key: string) {
  const plan = await readPlanOfForum(app.db, key);
  if (!plan) throw notFound(`forum ${key}`);
  if (plan.state !== 'open' && plan.state !== 'running')
    throw new DomainError('conflict', 'questions are closed');
  return plan;
}

/** What can be asked about: the forum's priorities and their fields. @throws not-found */
export async function showAskForm(app: App, key: string) {
  const plan = await readPlanOfForum(app.db, key);
  const forum = await readForum(app.db, key);
  if (!plan || !forum) throw notFound(`forum ${key}`);
  const items = await readItems(app.db, plan.id);
  const fields = new Map(items.map(({ fieldId, fieldName }) => [fieldId, fieldName]));
  return {
    title: forum.title,
    isOpen: plan.state === 'open' || plan.state === 'running',
    items: items.map(({ id, position, heading, statement }) => ({ id, position, heading, statement })),
    fields: [...fields].map(([id, name]) => ({ id, name })),
  };
}

/**
 * Takes a resident's question, without an account; it is seen by nobody outside until a moderator lets it through. Two clicks on
 * one form ask once, and what a program filled in is thanked for and thrown away.
 */
export async function askQuestion(
  app: App,
  address: string,
  key: string,
  command: AskCommand,
): Promise<Outcome<null>> {
  if (!(await takeTurn(app, asking, address)).allowed)
    throw new DomainError('too-many-requests', 'questions');
  const plan = await openForum(app, key);
  if (command.website !== '') return { kind: 'done', value: null };
  const items = await readItems(app.db, plan.id);
  const item = items.find(({ id }) => id === command.item);
  if (command.item !== null && !item) {
    return { kind: 'refused', faults: [{ field: 'item', key: 'form.fault.choice' }] };
  }
  const field = items.find(({ fieldId }) => fieldId === command.field)?.fieldId ?? item?.fieldId ?? null;
  const row: Parameters<typeof insertQuestion>[1] = {
    municipality_id: plan.municipalityId,
    id: randomUUID(),
    forum_id: plan.id,
    statement: command.question,
    language: command.language,
    field_id: field,
    item_id: item?.id ?? null,
    asked: plan.state === 'running' ? 'during' : 'before',
    once: command.once,
    created_at: app.clock(),
  };
  if (!(await insertQuestion(app.db, row))) {
    // Who goes back in the browser and writes another question sends it from the same form.
    const asked = await readAskedOnce(app.db, row);
    if (asked !== row.statement) await insertQuestion(app.db, { ...row, once: randomUUID() });
  }
  return { kind: 'done', value: null };
}

/**
 * Puts one browser's support behind a question; once, however often it is pressed.
 * @returns its place on the forum's page
 */
export async function supportQuestion(
  app: App,
  address: string,
  key: string,
  { questionKey, browser }: { questionKey: string; browser: string },
): Promise<{ position: number }> {
  if (!(await takeTurn(app, supporting, address)).allowed) {
    throw new DomainError('too-many-requests', 'support');
  }
  const plan = await openForum(app, key);
  const shown = await readShownQuestions(app.db, plan.municipalityId, plan.id);
  const question = shown.find(({ questionId }) => questionId === questionKey);
  if (!question) throw notFound(`question ${questionKey}`);
  const supporter = createHash('sha256').update(`${browser} ${question.id}`).digest('hex');
  await insertSupport(app.db, plan.municipalityId, question.id, supporter);
  return { position: question.position ?? 0 };
}
