import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import {
  mayPublishSessions,
  mayRecordSessions,
  municipalitiesRead,
  municipalitiesRecorded,
} from '../policy.ts';
import type { SessionFilter } from '../schema.ts';
import { isLate } from '../session.ts';
import { sessionToRead } from './access.ts';
import { readAttendance } from './attendance-store.ts';
import { readNeedCounts } from './needs-store.ts';
import { readPhotos } from './photos-store.ts';
import * as store from './sessions-store.ts';

const pageSize = 50;

export function todayOf(app: App): string {
  return app.clock().toISOString().slice(0, 10);
}

/** The calendar of sessions where someone works: a page of it, and what is late. @throws not-found for whom there is none */
export async function listSessions(app: App, actor: Actor, filter: SessionFilter) {
  const within = municipalitiesRead(actor);
  if (within !== 'all' && within.length === 0) throw notFound('listening sessions');
  const today = todayOf(app);
  const [rows, late, municipalities, units] = await Promise.all([
    store.readSessions(app.db, { ...filter, within, today, limit: pageSize + 1 }),
    filter.after === undefined ? store.readLateSessions(app.db, { within, today, limit: 20 }) : [],
    store.readMunicipalities(app.db, within),
    filter.municipality && (within === 'all' || within.includes(filter.municipality))
      ? store.readUnits(app.db, filter.municipality)
      : [],
  ]);
  const listed = [...rows.slice(0, pageSize), ...late].map((row) => ({
    ...row,
    late: isLate(row, today),
    mayRecord: mayRecordSessions(actor, row.municipalityId),
  }));
  const sessions = listed.slice(0, Math.min(rows.length, pageSize));
  const last = sessions.at(-1);
  return {
    sessions,
    late: listed.slice(sessions.length),
    municipalities,
    units,
    mayPlan: municipalitiesRecorded(actor).length > 0,
    next: rows.length > pageSize && last ? `${last.heldOn}_${last.id}` : undefined,
  };
}
export type ListedSession = Awaited<ReturnType<typeof listSessions>>['sessions'][number];

/** A session with all that hangs on it but its needs, and what the actor may do with it. */
export async function showSession(app: App, actor: Actor, id: string) {
  const session = await sessionToRead(app.db, actor, id);
  const [facilitators, attendance, photos, needs] = await Promise.all([
    store.readFacilitators(app.db, id),
    readAttendance(app.db, id),
    readPhotos(app.db, id),
    readNeedCounts(app.db, session.municipalityId, id),
  ]);
  return {
    session,
    facilitators: facilitators.map(({ name }) => name),
    attendance,
    photos,
    needs,
    late: isLate(session, todayOf(app)),
    isOver: session.heldOn <= todayOf(app),
    mayRecord: mayRecordSessions(actor, session.municipalityId),
    mayPublish: mayPublishSessions(actor, session.municipalityId),
  };
}
export type ShownSession = Awaited<ReturnType<typeof showSession>>;
