import type { PublicationContext, PublishedRows } from '#features/rounds/publication.ts';
import { defaultLanguage, isLanguage, languages, type Localised } from '#i18n/languages.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import * as store from './publish-store.ts';

type Kind = 'reply' | 'reply_attachment' | 'reply_action' | 'reply_code_change';

/** What is written while a reply goes into the record. */
interface Writing {
  tx: Tx;
  context: PublicationContext;
  asked: store.Asked;
  added: { kind: Kind; id: string }[];
}

interface Words {
  priorityId: string | null;
  answer: string;
  translation: string;
}

interface ReplyRow {
  id: string;
  key: string;
  priorityId: string | null;
}

/**
 * Puts what the town hall answered into the public record: a row for the whole and one for each priority that it answered,
 * with documents, announced actions and what changed because of it; or that it was asked and was silent.
 * @throws conflict where there is a reply that nobody has read
 */
export async function publishReplies(tx: Tx, context: PublicationContext): Promise<PublishedRows> {
  const asked = await store.readAsked(tx, context.assessment.id);
  if (!asked) return { tables: [], subjects: [] };
  if (asked.readAt === null) throw new DomainError('conflict', 'the reply was not read');
  const writing: Writing = { tx, context, asked, added: [] };
  const words: Words[] = asked.repliedOn === null ? [] : await store.readWords(tx, asked.id);
  const rows: ReplyRow[] = [];
  for (const one of inOrder(context, words)) rows.push(await addReply(writing, one));
  if (rows.length === 0) rows.push(await addReply(writing, undefined));
  if (asked.repliedOn !== null) {
    await addDocuments(writing, rows);
    await addActions(writing, rows);
  }
  await addChanges(writing, rows);
  return { tables: [...new Set(writing.added.map(({ kind }) => kind))], subjects: writing.added };
}

/** The reply to the whole first, then as the contract has its priorities. */
function inOrder({ priorities }: PublicationContext, words: readonly Words[]): Words[] {
  const places = new Map(priorities.map(({ id }, index) => [id, index]));
  const place = ({ priorityId }: Words) => (priorityId === null ? -1 : (places.get(priorityId) ?? 0));
  return words.toSorted((a, b) => place(a) - place(b));
}

async function addReply(writing: Writing, words: Words | undefined): Promise<ReplyRow> {
  const { tx, context, asked, added } = writing;
  const priorityId = words?.priorityId ?? null;
  const priority = context.priorities.find(({ id }) => id === priorityId);
  const key = `${priority?.key ?? context.municipalityKey}/${context.round.key}`;
  const id = idOf('reply', key);
  const isSilent = words === undefined;
  await tx
    .insertInto('reply')
    .values({
      id,
      key,
      municipality_id: asked.municipalityId,
      round_id: context.round.id,
      priority_id: priorityId,
      requested_on: asked.requestedOn,
      due_on: asked.dueOn,
      replied_on: isSilent ? null : asked.repliedOn,
      capacity: isSilent || asked.capacity === '' ? null : inLanguage(asked, asked.capacity),
      answer: isSilent ? null : inLanguage(asked, words.answer, words.translation),
      way: isSilent ? null : asked.way,
      answered_by: isSilent || asked.answeredBy === '' ? null : asked.answeredBy,
    })
    .execute();
  added.push({ kind: 'reply', id });
  return { id, key, priorityId };
}

/** A text in the reply's language and, where there is one, its translation. */
function inLanguage({ language }: store.Asked, text: string, translation = ''): string {
  const own = isLanguage(language) ? language : defaultLanguage;
  const words: Localised = { [own]: text };
  const other = languages.find((one) => one !== own);
  if (other !== undefined && translation !== '') words[other] = translation;
  return JSON.stringify(words);
}

/** The row that something belongs to: its priority's, else the one for the whole, else the first. */
function rowOf(rows: readonly ReplyRow[], priorityId: string | null): ReplyRow {
  const row =
    rows.find((one) => one.priorityId === priorityId) ??
    rows.find((one) => one.priorityId === null) ??
    rows[0];
  if (!row) throw new Error('there is a row for a reply, or for silence');
  return row;
}

/** Numbers what belongs to each row from 1 on. */
function numbered<T extends { priorityId: string | null }>(rows: readonly ReplyRow[], items: readonly T[]) {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const row = rowOf(rows, item.priorityId);
    const position = (counts.get(row.id) ?? 0) + 1;
    counts.set(row.id, position);
    return { item, row, position };
  });
}

async function addDocuments({ tx, asked, added }: Writing, rows: readonly ReplyRow[]): Promise<void> {
  const documents = await store.readShownDocuments(tx, asked.id);
  for (const { item, row, position } of numbered(rows, documents)) {
    const key = `${row.key}/document-${position}`;
    const id = idOf('reply_attachment', key);
    const { originalSha256, copySha256, title } = item;
    const copy = copySha256 ?? originalSha256;
    await store.openDocument(tx, originalSha256, copy);
    await tx
      .insertInto('reply_attachment')
      .values({ id, key, reply_id: row.id, position, title, sha256: originalSha256, copy_sha256: copy })
      .execute();
    added.push({ kind: 'reply_attachment', id });
  }
}

async function addActions({ tx, asked, added }: Writing, rows: readonly ReplyRow[]): Promise<void> {
  const actions = await store.readAnnounced(tx, asked.id);
  for (const { item, row, position } of numbered(rows, actions)) {
    const key = `${row.key}/action-${position}`;
    const id = idOf('reply_action', key);
    const statement = inLanguage(asked, item.statement, item.translation);
    const { priorityId, dueOn } = item;
    await tx
      .insertInto('reply_action')
      .values({ id, key, reply_id: row.id, priority_id: priorityId, position, statement, due_on: dueOn })
      .execute();
    added.push({ kind: 'reply_action', id });
  }
}

async function addChanges({ tx, context, added }: Writing, rows: readonly ReplyRow[]): Promise<void> {
  const changed = await store.readChangedCodes(tx, context.assessment.id);
  for (const { id: priorityId, tasks } of context.priorities) {
    for (const { id: taskId, componentId, componentKey } of tasks) {
      const change = changed.find((one) => one.taskId === taskId);
      if (!change) continue;
      const row = rowOf(rows, priorityId);
      const key = `${componentKey}/${context.round.key}`;
      const id = idOf('reply_code_change', key);
      await tx
        .insertInto('reply_code_change')
        .values({
          id,
          key,
          reply_id: row.id,
          component_id: componentId,
          code_before: change.before,
          code_after: change.after,
          reason: JSON.stringify(change.reason),
        })
        .execute();
      added.push({ kind: 'reply_code_change', id });
    }
  }
}
