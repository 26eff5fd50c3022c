import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { readNeedLines, mostLines, type Named, type NeedLine } from '../need-lines.ts';
import { leadsToPerson } from '../personal.ts';
import { longestStatement, type NewNeeds } from '../schema.ts';
import { accountOf, sessionToRead, sessionToRecord, type Session } from './access.ts';
import { isFirstTime } from './once.ts';
import { done, refused } from './outcomes.ts';
import * as store from './needs-store.ts';
import { todayOf } from './sessions.ts';
import { holdSession, readUnits } from './sessions-store.ts';
import { mayPublishSessions, mayRecordSessions } from '../policy.ts';

/** Whether needs can be written down now: the session has begun, and is neither published nor cancelled. */
export function closedFor(
  session: Pick<Session, 'state' | 'heldOn'>,
  today: string,
): 'ahead' | 'closed' | undefined {
  if (session.state === 'published' || session.state === 'cancelled') return 'closed';
  return session.heldOn > today ? 'ahead' : undefined;
}

/** A session's needs with what their form can name. */
export async function showNeeds(app: App, actor: Actor, id: string) {
  const session = await sessionToRead(app.db, actor, id);
  const [needs, fields, units] = await Promise.all([
    store.readVoicedNeeds(app.db, session.municipalityId, id),
    store.readFields(app.db),
    readUnits(app.db, session.municipalityId),
  ]);
  return {
    session,
    // Whether two people saw a need, not who they are.
    needs: needs.map(({ createdBy, reviewedBy, ...need }) => ({
      ...need,
      isOwn: actor.kind === 'account' && createdBy === actor.id,
      isReviewedByAuthor: reviewedBy !== null && reviewedBy === createdBy,
    })),
    fields,
    units,
    closed: closedFor(session, todayOf(app)),
    mayRecord: mayRecordSessions(actor, session.municipalityId),
    mayPublish: mayPublishSessions(actor, session.municipalityId),
    // Each drawn form adds once.
    token: randomUUID(),
  };
}
export type ShownNeeds = Awaited<ReturnType<typeof showNeeds>>;

/** What lines and spreadsheets can name in a municipality. */
export async function readNamed(
  db: Db,
  municipalityId: string,
): Promise<{ fields: Named[]; units: Named[] }> {
  const [fields, units] = await Promise.all([store.readFields(db), readUnits(db, municipalityId)]);
  return {
    fields: fields.map(({ id, key, name }) => ({ id, names: [key, ...Object.values(name).map(String)] })),
    units: units.map(({ id, key, name }) => ({ id, names: [name, key] })),
  };
}

/** Writes needs down, one a line; a form sent twice adds once. @returns how many were added */
export async function addNeeds(
  app: App,
  actor: Actor,
  sessionId: string,
  given: NewNeeds,
  requestId?: string,
): Promise<Outcome<{ added: number }>> {
  const account = accountOf(actor);
  const session = await sessionToRecord(app.db, actor, sessionId);
  const closed = closedFor(session, todayOf(app));
  if (closed) return refused('lines', `listening.fault.${closed}`);
  const { fields, units } = await readNamed(app.db, session.municipalityId);
  const lines = readNeedLines(given.lines, fields, units);
  const fault = faultOfLines(lines) ?? faultOfChoices(given, fields, units);
  if (fault) return fault;
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    if (held.state !== session.state && closedFor({ ...session, state: held.state }, todayOf(app))) {
      return refused('lines', 'listening.fault.closed');
    }
    if (!(await isFirstTime(tx, given.token, account))) return done({ added: 0 });
    const { last, count } = await store.readEnd(tx, held.municipalityId, sessionId);
    if (count + lines.length > store.mostNeeds) {
      return refused('lines', 'listening.fault.too-many', { most: store.mostNeeds });
    }
    const added = await store.addNeeds(
      tx,
      lines.map((line, index) => ({
        id: randomUUID(),
        municipality_id: held.municipalityId,
        mandate_id: held.mandateId,
        session_id: sessionId,
        position: last + index + 1,
        statement: line.statement,
        language: given.language,
        field_id: line.fieldId ?? given.field,
        unit_id: line.unitId ?? given.unit,
        place: line.place || given.place,
        speaker: given.speaker,
        created_by: account,
      })),
    );
    await recordAudit(tx, {
      actor: account,
      action: 'add-needs',
      subject: { kind: 'listening-session', id: sessionId },
      municipalityId: held.municipalityId,
      after: { added },
      ...(requestId ? { requestId } : {}),
    });
    await dropDraft(tx, actor, `/work/listening/${sessionId}/needs`);
    return done({ added });
  });
}

function faultOfLines(lines: readonly NeedLine[]): Outcome<never> | undefined {
  if (lines.length === 0) return refused('lines', 'form.fault.missing');
  if (lines.length > mostLines) return refused('lines', 'listening.fault.lines', { most: mostLines });
  const long = lines.find(({ statement }) => statement.length > longestStatement);
  if (long) return refused('lines', 'listening.fault.line-long', { line: long.line, most: longestStatement });
  const personal = lines.find(({ statement, place }) => leadsToPerson(statement) || leadsToPerson(place));
  return personal && refused('lines', 'listening.fault.line-personal', { line: personal.line });
}

function faultOfChoices(
  { field, unit }: { field: string | null; unit: string | null },
  fields: readonly Named[],
  units: readonly Named[],
): Outcome<never> | undefined {
  if (field !== null && !fields.some(({ id }) => id === field)) return refused('field', 'form.fault.choice');
  return unit !== null && !units.some(({ id }) => id === unit)
    ? refused('unit', 'form.fault.choice')
    : undefined;
}
