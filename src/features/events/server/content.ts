import { isPaperKey } from '#features/conclusions/event-facts.ts';
import { readRawTexts } from '#features/conclusions/server/public.ts';
import { countParticipants, shownCounts } from '#features/registration/server/attendance.ts';
import type { Db } from '#server/database/db.ts';
import type { EventContent } from '../correction.ts';
import { isEventKind } from '../event.ts';
import type { Plan } from '../plan.ts';
import { keyOfVersion } from './edition.ts';
import { readCounts, type VersionOfEvent } from './parts-store.ts';
import { detailOfPlan } from './plan-detail.ts';
import { readParts } from './record-parts.ts';
import { readEventVersion } from './store.ts';

/** What an event of the record says in one of its versions; undefined where it has no such version. */
export async function contentOfVersion(
  db: Db,
  key: string,
  version: number,
): Promise<EventContent | undefined> {
  const row = await readEventVersion(db, key, version);
  if (!row) return undefined;
  const { participants, participantsIs, kind, ...event } = row;
  const [parts, texts, counts] = await Promise.all([
    readParts(db, { id: event.id, version, series: null }),
    readRawTexts(db, event),
    countsOf(db, event),
  ]);
  return {
    ...event,
    ...parts,
    // Those that are typeset from the record follow it by themselves.
    documents: parts.documents.filter((one) => !isPaperKey(one.key)),
    kind: isEventKind(kind) ? kind : 'meeting',
    participants:
      participants !== null && participantsIs !== null ? { count: participants, is: participantsIs } : null,
    texts,
    counts,
  };
}

async function countsOf(db: Db, event: VersionOfEvent & { key: string }): Promise<string[]> {
  const start = `${keyOfVersion(event.key, event.version)}/`;
  return (await readCounts(db, event)).map(({ key, people }) => `${key.slice(start.length)} ${people}`);
}

/** What the record would say of an event if its plan were published now. */
export async function contentOfPlan(db: Db, plan: Plan): Promise<EventContent> {
  const [detail, participants, counts] = await Promise.all([
    detailOfPlan(db, plan),
    countParticipants(db, plan.id),
    shownCounts(db, plan.id),
  ]);
  return {
    ...detail,
    participants,
    texts: { minutes: plan.minutes, 'press-release': plan.pressRelease },
    counts: counts.map(({ part, people }) => `${part} ${people}`),
  };
}
