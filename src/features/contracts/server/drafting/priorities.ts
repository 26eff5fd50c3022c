import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, FieldFault, Outcome } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { localisedWording } from '#features/compiling/wording.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import { notFound } from '#server/errors.ts';
import { localisedOf } from '../../contract-body.ts';
import type { SavePriority } from '../../draft-schema.ts';
import { accountOf } from './acting.ts';
import { holdForWriting, type DraftRow } from './drafts.ts';
import * as store from './text-store.ts';

const mostPriorities = 200;
const mostLocalities = 20;

const closed: Outcome<never> = {
  kind: 'refused',
  faults: [{ field: 'statement_sq', key: 'drafting.fault.closed' }],
};

/** The places that a form names: for each unit that is ticked, it, or the localities typed beside it, separated by commas. */
export function placesOf(command: SavePriority): {
  places: { unitId: string; locality: string }[];
  faults: FieldFault[];
} {
  const faults: FieldFault[] = [];
  const places = command.units.flatMap((unitId) => {
    const field = `locality-${unitId}`;
    const typed = command.localities[field];
    const names = (typeof typed === 'string' ? sanitised(typed) : '')
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length > mostLocalities) {
      faults.push({ field, key: 'form.fault.too-big', values: { most: mostLocalities } });
    } else if (names.some((name) => name.length > 100)) {
      faults.push({ field, key: 'form.fault.too-long', values: { most: 100 } });
    }
    return names.length === 0 ? [{ unitId, locality: '' }] : names.map((locality) => ({ unitId, locality }));
  });
  return { places, faults };
}

/** A priority as its form shows it. */
export function fieldsOfPriority(
  row: store.PriorityRow,
  places: readonly { unitId: string; locality: string }[],
): Fields {
  const byUnit = Map.groupBy(places, ({ unitId }) => unitId);
  return {
    heading_sq: row.heading.sq ?? '',
    heading_en: row.heading.en ?? '',
    statement_sq: row.statement.sq ?? '',
    statement_en: row.statement.en ?? '',
    field: row.fieldId ?? '',
    coverage: row.coverage ?? '',
    units: [...byUnit.keys()],
    ...Object.fromEntries(
      [...byUnit].map(([unitId, own]) => [
        `locality-${unitId}`,
        own
          .map(({ locality }) => locality)
          .filter((name) => name !== '')
          .join(', '),
      ]),
    ),
    directorate: row.directorate,
    untested_reason_sq: row.untestedReason.sq ?? '',
    untested_reason_en: row.untestedReason.en ?? '',
  };
}

async function findPriority(tx: Tx, draftId: string, id: string) {
  return (await store.readDraftPriorities(tx, draftId)).find((row) => row.id === id);
}

/** What is wrong with what a person chose: a field or unit that isn't there, or isn't of this municipality. */
async function faultsOfChoices(tx: Tx, draft: DraftRow, command: SavePriority): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  const units = new Set((await store.readUnits(tx, draft.municipalityId)).map(({ id }) => id));
  if (command.units.some((id) => !units.has(id))) faults.push({ field: 'units', key: 'form.fault.choice' });
  if (command.field !== null) {
    const field = await tx
      .selectFrom('field')
      .select('id')
      .where('id', '=', command.field)
      .executeTakeFirst();
    if (!field) faults.push({ field: 'field', key: 'form.fault.choice' });
  }
  return faults;
}

function rowOf(command: SavePriority) {
  const text = (sq: string, en: string) => JSON.stringify(localisedOf({ sq, en }));
  return {
    heading: text(command.heading_sq, command.heading_en),
    statement: text(command.statement_sq, command.statement_en),
    field_id: command.field,
    coverage: command.coverage === '' ? null : command.coverage,
    directorate: command.directorate,
    untested_reason: text(command.untested_reason_sq, command.untested_reason_en),
  };
}

/**
 * Writes a priority: a new one where the form names no version, else the one that it began from.
 * @param form its path, whose kept typing ends with it
 */
export async function savePriority(
  app: App,
  actor: Actor,
  draftId: string,
  command: SavePriority,
  form: string,
): Promise<Outcome<{ id: string }>> {
  const accountId = accountOf(actor);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.state !== 'draft') return closed;
    const { places, faults } = placesOf(command);
    faults.push(...(await faultsOfChoices(tx, draft, command)));
    if (faults.length > 0) return { kind: 'refused', faults };
    const before = await findPriority(tx, draft.id, command.id);
    if (command.version === undefined) {
      // Handed in twice: it is there already.
      if (before) return { kind: 'done', value: { id: before.id } };
      const position = (await store.lastPosition(tx, draft.id)) + 1;
      if (position > mostPriorities) {
        return { kind: 'refused', faults: [{ field: 'statement_sq', key: 'drafting.fault.too-many' }] };
      }
      const row = { id: command.id, draft_id: draft.id, municipality_id: draft.municipalityId, position };
      const added = await tx
        .insertInto('draft_priority')
        .values({ ...row, ...rowOf(command) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!added) throw notFound(`priority ${command.id}`);
    } else {
      if (!before) throw notFound(`priority ${command.id}`);
      if (before.version !== command.version) {
        const theirs = fieldsOfPriority(before, await store.readDraftPlaces(tx, [before.id]));
        return { kind: 'conflict', theirs, theirVersion: before.version };
      }
      await tx
        .updateTable('draft_priority')
        .set({ ...rowOf(command), version: sql`version + 1` })
        .where('id', '=', command.id)
        .execute();
    }
    await store.replacePlaces(tx, command.id, places);
    await dropDraft(tx, actor, form);
    await recordAudit(tx, {
      actor: accountId,
      action: before ? 'change' : 'add',
      subject: { kind: 'draft-priority', id: command.id },
      municipalityId: draft.municipalityId,
      ...(before ? { before: { statement: before.statement, field: before.fieldKey } } : {}),
      after: {
        statement: { sq: command.statement_sq, en: command.statement_en },
        coverage: command.coverage,
      },
    });
    return { kind: 'done', value: { id: command.id } };
  });
}

/** Makes priorities of candidates, after those that are there; one that has become a priority meanwhile is passed over. */
export async function takeCandidates(
  app: App,
  actor: Actor,
  draftId: string,
  { candidates }: { candidates: readonly string[] },
): Promise<Outcome<{ taken: number }>> {
  const accountId = accountOf(actor);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ taken: number }>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.state !== 'draft') {
      return { kind: 'refused', faults: [{ field: 'candidates', key: 'drafting.fault.closed' }] };
    }
    const chosen = new Set(candidates);
    const free = (await store.readFreeCandidates(tx, draft)).filter(({ id }) => chosen.has(id));
    const last = await store.lastPosition(tx, draft.id);
    if (last + free.length > mostPriorities) {
      return { kind: 'refused', faults: [{ field: 'candidates', key: 'drafting.fault.too-many' }] };
    }
    for (const [index, candidate] of free.entries()) {
      const id = randomUUID();
      const statement = localisedWording(candidate.title, candidate);
      await tx
        .insertInto('draft_priority')
        .values({
          id,
          draft_id: draft.id,
          municipality_id: draft.municipalityId,
          candidate_id: candidate.id,
          position: last + index + 1,
          field_id: candidate.fieldId,
          heading: '{}',
          statement: JSON.stringify(statement),
          untested_reason: '{}',
        })
        .execute();
      await recordAudit(tx, {
        actor: accountId,
        action: 'take-candidate',
        subject: { kind: 'draft-priority', id },
        municipalityId: draft.municipalityId,
        after: { candidate: candidate.id, statement },
      });
    }
    return { kind: 'done', value: { taken: free.length } };
  });
}

/** Moves a priority one place up or down; at the end of the list nothing happens. */
export async function movePriority(
  app: App,
  actor: Actor,
  draftId: string,
  { id, direction }: { id: string; direction: 'up' | 'down' },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.state !== 'draft') return closed;
    const rows = await store.readDraftPriorities(tx, draft.id);
    const index = rows.findIndex((row) => row.id === id);
    const one = rows[index];
    if (!one) throw notFound(`priority ${id}`);
    const other = rows[index + (direction === 'up' ? -1 : 1)];
    if (other) {
      await store.swapPositions(tx, 'draft_priority', one, other);
      await recordAudit(tx, {
        actor: accountOf(actor),
        action: 'move',
        subject: { kind: 'draft-priority', id },
        municipalityId: draft.municipalityId,
        before: { position: one.position },
        after: { position: other.position },
      });
    }
    return { kind: 'done', value: null };
  });
}

/** Takes a priority out of the draft. What it said stays in the versions and the audit. */
export async function removePriority(
  app: App,
  actor: Actor,
  draftId: string,
  { id }: { id: string },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.state !== 'draft') return closed;
    const row = await findPriority(tx, draft.id, id);
    // Taken out twice: it is out.
    if (!row) return { kind: 'done', value: null };
    await tx.deleteFrom('draft_priority').where('id', '=', id).execute();
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'remove',
      subject: { kind: 'draft-priority', id },
      municipalityId: draft.municipalityId,
      before: { statement: row.statement, position: row.position, candidate: row.candidateId },
    });
    return { kind: 'done', value: null };
  });
}
