import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { localisedOf } from '../../contract-body.ts';
import type { SaveComponent } from '../../draft-schema.ts';
import { accountOf } from './acting.ts';
import { holdForWriting, type DraftRow } from './drafts.ts';
import * as store from './text-store.ts';

const mostComponents = 30;

/** Where a component stands: its draft, its priority. */
export interface PriorityRef {
  draftId: string;
  priorityId: string;
}

const closed: Outcome<never> = {
  kind: 'refused',
  faults: [{ field: 'statement_sq', key: 'drafting.fault.closed' }],
};

export function fieldsOfComponent(row: store.ComponentRow): Fields {
  return {
    statement_sq: row.statement.sq ?? '',
    statement_en: row.statement.en ?? '',
    shown_by_sq: row.shownBy.sq ?? '',
    shown_by_en: row.shownBy.en ?? '',
    due: row.due ?? '',
    testable: row.testable,
    competence: row.competence,
  };
}

/** The components of a priority in a draft that is open for writing; undefined where it is closed. @throws not-found */
async function holdComponents(
  tx: Tx,
  actor: Actor,
  ref: PriorityRef,
): Promise<{ draft: DraftRow; components: store.ComponentRow[] } | undefined> {
  const draft = await holdForWriting(tx, actor, ref.draftId);
  const priorities = await store.readDraftPriorities(tx, draft.id);
  if (!priorities.some(({ id }) => id === ref.priorityId)) throw notFound(`priority ${ref.priorityId}`);
  if (draft.state !== 'draft') return undefined;
  return { draft, components: await store.readDraftComponents(tx, [ref.priorityId]) };
}

function rowOf(command: SaveComponent) {
  return {
    statement: JSON.stringify(localisedOf({ sq: command.statement_sq, en: command.statement_en })),
    shown_by: JSON.stringify(localisedOf({ sq: command.shown_by_sq, en: command.shown_by_en })),
    due: command.due,
    testable: command.testable,
    competence: command.competence,
  };
}

/** Writes a component: a new one where the form names no version, else the one that it began from. */
export async function saveComponent(
  app: App,
  actor: Actor,
  ref: PriorityRef,
  command: SaveComponent,
  form: string,
): Promise<Outcome<{ id: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const held = await holdComponents(tx, actor, ref);
    if (!held) return closed;
    const before = held.components.find(({ id }) => id === command.id);
    if (command.version === undefined) {
      // Handed in twice: it is there already.
      if (before) return { kind: 'done', value: { id: before.id } };
      if (held.components.length >= mostComponents) {
        return { kind: 'refused', faults: [{ field: 'statement_sq', key: 'drafting.fault.too-many' }] };
      }
      const position = (await store.lastComponentPosition(tx, ref.priorityId)) + 1;
      const added = await tx
        .insertInto('draft_component')
        .values({ id: command.id, priority_id: ref.priorityId, position, ...rowOf(command) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) throw notFound(`component ${command.id}`);
    } else {
      if (!before) throw notFound(`component ${command.id}`);
      if (before.version !== command.version) {
        return { kind: 'conflict', theirs: fieldsOfComponent(before), theirVersion: before.version };
      }
      await tx
        .updateTable('draft_component')
        .set({ ...rowOf(command), version: sql`version + 1` })
        .where('id', '=', command.id)
        .execute();
    }
    await dropDraft(tx, actor, form);
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: before ? 'change' : 'add',
      subject: { kind: 'draft-component', id: command.id },
      municipalityId: held.draft.municipalityId,
      ...(before ? { before: fieldsOfComponent(before) } : {}),
      after: { statement: command.statement_sq, testable: command.testable, competence: command.competence },
    });
    return { kind: 'done', value: { id: command.id } };
  });
}

export async function moveComponent(
  app: App,
  actor: Actor,
  ref: PriorityRef,
  { id, direction }: { id: string; direction: 'up' | 'down' },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const held = await holdComponents(tx, actor, ref);
    if (!held) return closed;
    const index = held.components.findIndex((row) => row.id === id);
    const one = held.components[index];
    if (!one) throw notFound(`component ${id}`);
    const other = held.components[index + (direction === 'up' ? -1 : 1)];
    if (other) {
      await store.swapPositions(tx, 'draft_component', one, other);
      await recordAudit(tx, {
        actor: accountOf(actor),
        action: 'move',
        subject: { kind: 'draft-component', id },
        municipalityId: held.draft.municipalityId,
        before: { position: one.position },
        after: { position: other.position },
      });
    }
    return { kind: 'done', value: null };
  });
}

export async function removeComponent(
  app: App,
  actor: Actor,
  ref: PriorityRef,
  { id }: { id: string },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const held = await holdComponents(tx, actor, ref);
    if (!held) return closed;
    const row = held.components.find((component) => component.id === id);
    if (!row) return { kind: 'done', value: null };
    await tx.deleteFrom('draft_component').where('id', '=', id).execute();
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'remove',
      subject: { kind: 'draft-component', id },
      municipalityId: held.draft.municipalityId,
      before: fieldsOfComponent(row),
    });
    return { kind: 'done', value: null };
  });
}
