import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { readSheetFile, type SheetRefusal } from '#server/spreadsheet/read-sheet.ts';
import type { CellFault, SheetRows } from '#server/spreadsheet/sheet.ts';
import { imbalancesOf } from '../attendance.ts';
import { accountOf, sessionToRecord } from './access.ts';
import { writeAttendance } from './attendance-store.ts';
import { readNeedSheet } from './import-needs.ts';
import { readParticipantSheet } from './import-participants.ts';
import { closedFor, readNamed } from './needs.ts';
import * as store from './needs-store.ts';
import { done, refused } from './outcomes.ts';
import { todayOf } from './sessions.ts';
import { holdSession } from './sessions-store.ts';

export type ImportKind = 'needs' | 'participants';

/** What a file would do. */
export interface DryRun {
  kind: ImportKind;
  rows: SheetRows;
  faults: CellFault[];
  /** Needs of the file, or people counted in it. */
  count: number;
}

/** Reads a file and says what it would do; nothing is written. */
export async function tryImport(
  app: App,
  actor: Actor,
  sessionId: string,
  kind: ImportKind,
  bytes: Buffer,
): Promise<{ refused: SheetRefusal } | DryRun> {
  const session = await sessionToRecord(app.db, actor, sessionId);
  const reading = await readSheetFile(bytes);
  if (reading.kind === 'refused') return { refused: reading.why };
  const { rows } = reading;
  if (kind === 'participants') {
    const { attendance, faults } = readParticipantSheet(rows);
    return { kind, rows, faults, count: attendance.participants };
  }
  const { needs, faults } = readNeedSheet(rows, await readNamed(app.db, session.municipalityId));
  return { kind, rows, faults, count: needs.length };
}

/**
 * Writes a file's rows, all or nothing; needs that came from the same lines before are not added again.
 * @param rows as the dry run gave them
 */
export async function applyImport(
  app: App,
  actor: Actor,
  sessionId: string,
  { kind, rows }: { kind: ImportKind; rows: SheetRows },
  requestId?: string,
): Promise<Outcome<{ kind: ImportKind; added: number; same: number }>> {
  const account = accountOf(actor);
  const session = await sessionToRecord(app.db, actor, sessionId);
  const closed = closedFor(session, todayOf(app));
  if (closed) return refused('file', `listening.fault.${closed}`);
  const named = await readNamed(app.db, session.municipalityId);
  const people = kind === 'participants' ? readParticipantSheet(rows) : undefined;
  const voiced = kind === 'needs' ? readNeedSheet(rows, named) : undefined;
  if ((people ?? voiced)?.faults.length) return refused('file', 'listening.fault.cells');
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    if (held.state === 'published' || held.state === 'cancelled')
      return refused('file', 'listening.fault.closed');
    let added = people?.attendance.participants ?? 0;
    if (people) {
      const [wrong] = imbalancesOf(people.attendance);
      if (wrong?.kind === 'group') {
        return refused('file', 'listening.fault.group', {
          people: wrong.people,
          participants: wrong.participants,
        });
      }
      await writeAttendance(tx, sessionId, people.attendance);
      await tx
        .updateTable('listening_session')
        .set((eb) => ({ participants: added, version: eb('version', '+', 1), updated_at: app.clock() }))
        .where('id', '=', sessionId)
        .execute();
    }
    if (voiced) {
      const { last, count } = await store.readEnd(tx, held.municipalityId, sessionId);
      if (count + voiced.needs.length > store.mostNeeds) {
        return refused('file', 'listening.fault.too-many', { most: store.mostNeeds });
      }
      added = await store.addNeeds(
        tx,
        voiced.needs.map((need, index) => ({
          id: randomUUID(),
          municipality_id: held.municipalityId,
          mandate_id: held.mandateId,
          session_id: sessionId,
          position: last + index + 1,
          statement: need.statement,
          translation: need.translation,
          language: need.language,
          field_id: need.fieldId,
          unit_id: need.unitId,
          place: need.place,
          speaker: need.speaker,
          row_key: need.rowKey,
          created_by: account,
        })),
      );
    }
    await recordAudit(tx, {
      actor: account,
      action: `import-${kind}`,
      subject: { kind: 'listening-session', id: sessionId },
      municipalityId: held.municipalityId,
      after: { added },
      ...(requestId ? { requestId } : {}),
    });
    return done({ kind, added, same: voiced ? voiced.needs.length - added : 0 });
  });
}
