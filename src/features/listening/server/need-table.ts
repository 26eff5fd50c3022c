import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import { faultsOf } from '#forms/faults.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { controlName, rowFields, rowsOf, stampOf } from '../need-table.ts';
import { reordered } from '../needs-order.ts';
import { needRow, type NeedRow } from '../schema.ts';
import { accountOf, sessionToRecord } from './access.ts';
import { closedFor, readNamed } from './needs.ts';
import * as store from './needs-store.ts';
import { done, refused } from './outcomes.ts';
import { todayOf } from './sessions.ts';
import { holdSession } from './sessions-store.ts';

/** The table as it is sent: a text for each control. */
export const tableFields = z.record(z.string().max(100), z.union([z.string(), z.array(z.string())]));

interface SentRow {
  number: number;
  row: NeedRow;
}

/**
 * Saves the table of needs: what was changed in it, removed from it and put in another place. Rows that someone else
 * changed meanwhile are shown beside what was typed, and nothing is saved then.
 */
export async function saveTable(
  app: App,
  actor: Actor,
  sessionId: string,
  fields: Fields,
  requestId?: string,
): Promise<Outcome<{ changed: number; removed: number }>> {
  const account = accountOf(actor);
  const session = await sessionToRecord(app.db, actor, sessionId);
  const closed = closedFor(session, todayOf(app));
  if (closed) return refused('needs', `listening.fault.${closed}`);
  const named = await readNamed(app.db, session.municipalityId);
  const { rows, faults } = readTable(fields, named);
  if (faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    if (held.state === 'published' || held.state === 'cancelled')
      return refused('needs', 'listening.fault.closed');
    const stored = await store.readVoicedNeeds(tx, held.municipalityId, sessionId);
    const byId = new Map(stored.map((need) => [need.id, need]));
    const touched = rows.filter(({ row }) => row.remove || isTouched(row) || !byId.has(row.id));
    const stale = touched.filter(({ row }) => byId.get(row.id)?.version !== row.version);
    if (stale.length > 0) return conflictOf(stale, byId);
    const removed = touched.filter(({ row }) => row.remove);
    const compiled = await store.readCompiled(
      tx,
      held.municipalityId,
      removed.map(({ row }) => row.id),
    );
    const kept = removed.find(({ row }) => compiled.includes(row.id));
    if (kept) return refused(controlName(kept.number, 'remove'), 'listening.fault.compiled');
    const gone = await store.removeNeeds(
      tx,
      held.municipalityId,
      removed.map(({ row }) => row),
    );
    // Grouped in this very moment: the whole form is undone.
    if (gone.length < removed.length) throw new DomainError('conflict', 'a need was grouped meanwhile');
    const changed = touched.filter(({ row }) => !row.remove);
    await store.changeNeeds(
      tx,
      held.municipalityId,
      changed.map(({ row }) =>
        changeOf(row, byId.get(row.id)?.statement ?? '', byId.get(row.id)?.translation ?? ''),
      ),
    );
    const left = stored.filter(({ id }) => !gone.includes(id));
    const moved = rows.filter(({ row }) => String(row.position) !== row.at);
    const asked = new Map(moved.map(({ row }) => [row.id, row.position]));
    await store.placeNeeds(tx, held.municipalityId, reordered(left, asked));
    if (touched.length > 0) {
      await recordAudit(tx, {
        actor: account,
        action: 'edit-needs',
        subject: { kind: 'listening-session', id: sessionId },
        municipalityId: held.municipalityId,
        before: { needs: touched.map(({ row }) => auditedNeed(byId.get(row.id))) },
        after: { needs: changed.map(({ row }) => ({ id: row.id, statement: row.statement })) },
        ...(requestId ? { requestId } : {}),
      });
    }
    await dropDraft(tx, actor, `/work/listening/${sessionId}/table`);
    return done({ changed: changed.length, removed: gone.length });
  });
}

function readTable(fields: Fields, named: Awaited<ReturnType<typeof readNamed>>) {
  const rows: SentRow[] = [];
  const faults: FieldFault[] = [];
  for (const [number, cells] of rowsOf(fields)) {
    const parsed = needRow.safeParse(cells);
    const found = parsed.success ? choiceFaults(parsed.data, named) : faultsOf(parsed.error);
    // What is to be removed need not be right.
    if (found.length > 0 && !cells['remove']) {
      faults.push(...found.map((fault) => ({ ...fault, field: controlName(number, fault.field) })));
    } else if (parsed.success) rows.push({ number, row: parsed.data });
    else rows.push(...removedAsItIs(number, cells));
  }
  return { rows, faults };
}

function removedAsItIs(number: number, cells: Record<string, string>): SentRow[] {
  const parsed = needRow.safeParse({
    ...cells,
    statement: '-',
    translation: '',
    place: '',
    speaker: '',
    field: '',
    unit: '',
    position: '1',
  });
  return parsed.success ? [{ number, row: parsed.data }] : [];
}

function choiceFaults(row: NeedRow, { fields, units }: Awaited<ReturnType<typeof readNamed>>): FieldFault[] {
  const unknown = (id: string | null, among: readonly { id: string }[]) =>
    id !== null && !among.some((one) => one.id === id);
  return [
    ...(unknown(row.field, fields) ? [{ field: 'field', key: 'form.fault.choice' as const }] : []),
    ...(unknown(row.unit, units) ? [{ field: 'unit', key: 'form.fault.choice' as const }] : []),
  ];
}

function isTouched({ field, unit, was, ...words }: NeedRow): boolean {
  return stampOf({ ...words, fieldId: field, unitId: unit }) !== was;
}

function changeOf(row: NeedRow, statement: string, translation: string): store.NeedChange {
  const { id, version, language, place, speaker } = row;
  // Other words are to be looked at again.
  const reopened = row.statement !== statement || row.translation !== translation;
  return {
    id,
    version,
    statement: row.statement,
    translation: row.translation,
    language,
    fieldId: row.field,
    unitId: row.unit,
    place,
    speaker,
    reopened,
  };
}

function conflictOf(stale: readonly SentRow[], byId: ReadonlyMap<string, store.VoicedNeed>): Outcome<never> {
  const gone = stale.find(({ row }) => !byId.has(row.id));
  if (gone) return refused(controlName(gone.number, 'statement'), 'listening.fault.gone');
  const theirs = stale.map(({ number, row }) => {
    const need = byId.get(row.id);
    return need ? rowFields(number, need) : {};
  });
  return { kind: 'conflict', theirs: Object.assign({}, ...theirs), theirVersion: 0 };
}

function auditedNeed(need: store.VoicedNeed | undefined) {
  return need ? { id: need.id, statement: need.statement, review: need.review } : {};
}
