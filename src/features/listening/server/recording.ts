import type { Actor } from '#features/accounts/actor.ts';
import type { Language } from '#i18n/languages.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { ageBands, imbalancesOf, isAccounted, sexes, type Attendance } from '../attendance.ts';
import { cellName, groupName, type SessionRecord } from '../schema.ts';
import { countedGroups } from '../session.ts';
import { accountOf, sessionToRecord, type Session } from './access.ts';
import { readAttendance, writeAttendance } from './attendance-store.ts';
import { done, refused } from './outcomes.ts';
import { todayOf } from './sessions.ts';
import { holdSession } from './sessions-store.ts';

type Counts = Readonly<Record<string, unknown>>;

/** The counts of a form, or of a spreadsheet's line, which name them alike. */
export function attendanceOf(participants: number, counts: Counts): Attendance {
  const people = (name: string) => {
    const value = counts[name];
    return typeof value === 'number' ? value : 0;
  };
  const cells = sexes.flatMap((sex) =>
    ageBands.map((ageBand) => ({ sex, ageBand, people: people(cellName(sex, ageBand)) })),
  );
  const groups = countedGroups.map((group) => ({ group, people: people(groupName(group)) }));
  return {
    participants,
    cells: cells.filter((cell) => cell.people > 0),
    groups: groups.filter((group) => group.people > 0),
  };
}

/** What a record says of counts that do not add up, without a reason given. */
export function imbalanceFault(attendance: Attendance, note: string): Outcome<never> | undefined {
  if (isAccounted(attendance, note)) return undefined;
  const [first] = imbalancesOf(attendance);
  if (!first) return undefined;
  return first.kind === 'cells'
    ? refused('countsNote', 'listening.fault.sum', { sum: first.sum, participants: first.participants })
    : refused(groupName(first.group), 'listening.fault.group', {
        people: first.people,
        participants: first.participants,
      });
}

/** Writes down who came (as counts), how, and what was said. The session has been held then. @param language of the page on which it was typed */
export async function recordSession(
  app: App,
  actor: Actor,
  id: string,
  record: SessionRecord,
  language: Language,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const account = accountOf(actor);
  const before = await sessionToRecord(app.db, actor, id);
  if (before.heldOn > todayOf(app)) return refused('participants', 'listening.fault.ahead');
  const attendance = attendanceOf(record.participants, record);
  const fault = imbalanceFault(attendance, record.countsNote);
  if (fault) return fault;
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, id);
    if (held.state === 'published' || held.state === 'cancelled') {
      return refused('participants', 'listening.fault.closed');
    }
    if (held.version !== record.version) return conflictOf(tx, actor, id);
    await tx
      .updateTable('listening_session')
      .set({
        state: 'held',
        channel: record.channel,
        participants: record.participants,
        counts_note: record.countsNote,
        counts_note_language: record.countsNote === before.countsNote ? before.countsNoteLanguage : language,
        languages: record.languages,
        minutes: record.minutes,
        summary_sq: record.summarySq,
        summary_en: record.summaryEn,
        version: held.version + 1,
        updated_at: app.clock(),
      })
      .where('id', '=', id)
      .execute();
    await writeAttendance(tx, id, attendance);
    await recordAudit(tx, {
      actor: account,
      action: 'record',
      subject: { kind: 'listening-session', id },
      municipalityId: held.municipalityId,
      before: { state: held.state, participants: before.participants },
      after: { state: 'held', participants: record.participants, channel: record.channel },
      ...(requestId ? { requestId } : {}),
    });
    await dropDraft(tx, actor, `/work/listening/${id}/record`);
    return done({ id });
  });
}

async function conflictOf(tx: Tx, actor: Actor, id: string): Promise<Outcome<never>> {
  const session = await sessionToRecord(tx, actor, id);
  const theirs = recordFields(session, await readAttendance(tx, id));
  return { kind: 'conflict', theirs, theirVersion: session.version };
}

/** What is recorded as the form shows it. */
export function recordFields(
  session: Session,
  { cells, groups }: Pick<Attendance, 'cells' | 'groups'>,
): Fields {
  return {
    channel: session.channel ?? (session.kind === 'online' ? 'online' : 'on-site'),
    participants: session.participants === null ? '' : String(session.participants),
    // Also those of nobody: what someone else left empty differs from what was typed there.
    ...Object.fromEntries([
      ...sexes.flatMap((sex) => ageBands.map((band) => [cellName(sex, band), ''])),
      ...countedGroups.map((group) => [groupName(group), '']),
      ...cells.map(({ sex, ageBand, people }) => [cellName(sex, ageBand), String(people)]),
      ...groups.map(({ group, people }) => [groupName(group), String(people)]),
    ]),
    countsNote: session.countsNote,
    languages: session.languages.length > 0 ? session.languages : ['sq'],
    minutes: session.minutes,
    summarySq: session.summarySq,
    summaryEn: session.summaryEn,
  };
}
