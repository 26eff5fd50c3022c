import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { readSheetFile, type SheetRefusal } from '#server/spreadsheet/read-sheet.ts';
import type { CellFault, SheetRows } from '#server/spreadsheet/sheet.ts';
import type { Attendance } from '../attendance.ts';
import { accountOf, sessionToRecord } from './access.ts';
import { readAttendance, writeAttendance } from './attendance-store.ts';
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
  /** How many of them are in the session already, just so. */
  same: number;
}

export type ImportRefusal =
  `spreadsheet.refused.${SheetRefusal}` | 'listening.fault.ahead' | 'listening.fault.closed';

/** The session that a file is for, and why none is taken in, where none is. */
export async function beginImport(app: App, actor: Actor, sessionId: string) {
  const session = await sessionToRecord(app.db, actor, sessionId);
  return { session, closed: closedFor(session, todayOf(app)) };
}

/** Reads a file and says what it would do; nothing is written. */
export async function tryImport(
  app: App,
  actor: Actor,
  sessionId: string,
  kind: ImportKind,
  bytes: Buffer,
): Promise<{ refused: ImportRefusal } | DryRun> {
  const { session, closed } = await beginImport(app, actor, sessionId);
  if (closed) return { refused: `listening.fault.${closed}` };
  const reading = await readSheetFile(bytes);
  if (reading.kind === 'refused') return { refused: `spreadsheet.refused.${reading.why}` };
  const { rows } = reading;
  if (kind === 'participants') {
    const { attendance, faults } = readParticipantSheet(rows);
    const { participants } = attendance;
    const stands = await isCounted(app.db, session, attendance);
    return { kind, rows, faults, count: participants, same: stands ? participants : 0 };
  }
  const { needs, faults } = readNeedSheet(rows, await readNamed(app.db, session.municipalityId));
  const keys = needs.map(({ rowKey }) => rowKey);
  const same = await store.countRowKeys(app.db, session.municipalityId, sessionId, keys);
  return { kind, rows, faults, count: needs.length, same };
}

/** Whether a session's counts are these already. */
async function isCounted(
  db: Db,
  { id, participants }: { id: string; participants: number | null },
  attendance: Attendance,
): Promise<boolean> {
  if (participants !== attendance.participants) return false;
  const { cells, groups } = await readAttendance(db, id);
  const lines = (counts: Pick<Attendance, 'cells' | 'groups'>) =>
    [
      ...counts.cells.map(({ sex, ageBand, people }) => `${sex} ${ageBand} ${people}`),
      ...counts.groups.map(({ group, people }) => `${group} ${people}`),
    ]
      .toSorted()
      .join('\n');
  return lines({ cells, groups }) === lines(attendance);
}

/**
 * Writes a file's rows, all or nothing; needs that came from the same lines before are not added again, and counts that stand
 * already are left as they are.
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
  const { session, closed } = await beginImport(app, actor, sessionId);
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
      if (await isCounted(tx, held, people.attendance)) return done({ kind, added: 0, same: added });
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
    if (voiced && added === 0) return done({ kind, added, same: voiced.needs.length });
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
