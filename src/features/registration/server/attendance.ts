import type { Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { ageBands, organisationKinds, sexes } from '../figure-fields.ts';
import { shownGroups } from '../figures.ts';
import {
  countArrivals,
  keepCounts,
  readKeptCounts,
  readMunicipalityKeys,
  type Count,
} from './figure-store.ts';
import { readPlan, type EventPlan } from './plan-store.ts';

/** How many came, of what everyone may know: groups under ten are not in it, and cannot be found by subtraction. */
export interface Attendance {
  onSite: number;
  online: number | null;
  onlineBasis: 'entered' | 'imported' | null;
  /** Those of every dimension but 'all' that may be shown. */
  groups: Count[];
}

/** Of every dimension but 'all', the groups that may be shown. Who did not say is of none, and is not named. */
function shownOf(counts: readonly Count[]): Count[] {
  return ['sex', 'age-band', 'municipality', 'organisation-kind'].flatMap((dimension) => {
    const groups = counts.filter((one) => one.dimension === dimension);
    return shownGroups(groups).filter(({ key }) => key !== 'unknown');
  });
}

/** The attendance of an event; undefined where nobody was counted. */
export async function readAttendance(db: Db, plan: EventPlan): Promise<Attendance | undefined> {
  if (plan.settings === undefined) return undefined;
  const isKept = plan.settings.forgottenAt !== null;
  const counts = isKept ? await readKeptCounts(db, plan.id) : await countArrivals(db, plan.id);
  const onSite = counts.find(({ dimension }) => dimension === 'all')?.people ?? 0;
  const { onlinePeople: online, onlineBasis } = plan.settings;
  if (onSite === 0 && !online) return undefined;
  return {
    onSite,
    online,
    onlineBasis,
    groups: isKept ? counts.filter(({ dimension }) => dimension !== 'all') : shownOf(counts),
  };
}

/** Keeps what may be shown, and nothing else, of an event whose persons are about to be forgotten. */
export async function keepAttendance(tx: Tx, planId: string): Promise<void> {
  const counts = await countArrivals(tx, planId);
  const all = counts.filter(({ dimension }) => dimension === 'all');
  await keepCounts(tx, planId, [...all, ...shownOf(counts)]);
}

/** How many took part in all; null where nobody was counted. To be asked before the event is written into the record. */
export async function countParticipants(db: Db, planId: string): Promise<number | null> {
  const plan = await readPlan(db, { id: planId });
  const attendance = plan && (await readAttendance(db, plan));
  return attendance ? attendance.onSite + (attendance.online ?? 0) : null;
}

/**
 * Writes the counts of an event into the record, in the transaction that publishes it; the event itself carries
 * `countParticipants`. Whoever publishes notes the change of `event_attendance` too.
 * @returns the rows that were added
 */
export async function publishAttendance(
  tx: Tx,
  { planId, eventId, eventKey }: { planId: string; eventId: string; eventKey: string },
): Promise<{ id: string; kind: 'event_attendance' }[]> {
  const plan = await readPlan(tx, { id: planId });
  const attendance = plan && (await readAttendance(tx, plan));
  if (!attendance) return [];
  const keys = await readMunicipalityKeys(tx);
  const rows = [...modeRows(attendance), ...attendance.groups.flatMap((count) => rowOf(count, keys))].map(
    ({ part, ...row }) => {
      const key = `${eventKey}/${part}`;
      return { ...row, id: idOf('event_attendance', key), key, event_id: eventId };
    },
  );
  if (rows.length > 0) await tx.insertInto('event_attendance').values(rows).execute();
  return rows.map(({ id }) => ({ id, kind: 'event_attendance' }));
}

type Part = Omit<Insertable<DB['event_attendance']>, 'id' | 'key' | 'event_id'> & { part: string };

function modeRows({ onSite, online }: Attendance): Part[] {
  const groups = [
    { key: 'on-site' as const, people: onSite },
    { key: 'online' as const, people: online ?? 0 },
  ];
  return shownGroups(groups).map(({ key, people }) => ({ part: key, mode: key, people }));
}

function rowOf({ dimension, key, people }: Count, municipalities: ReadonlyMap<string, string>): Part[] {
  const sex = sexes.find((one) => one === key);
  const ageBand = ageBands.find((one) => one === key);
  const kind = organisationKinds.find((one) => one === key);
  const municipality = municipalities.get(key);
  if (dimension === 'sex' && sex) return [{ part: `sex-${sex}`, sex, people }];
  if (dimension === 'age-band' && ageBand) return [{ part: `age-${ageBand}`, age_band: ageBand, people }];
  if (dimension === 'organisation-kind' && kind) {
    return [{ part: `kind-${kind}`, organisation_kind: kind, people }];
  }
  if (dimension === 'municipality' && municipality) {
    return [{ part: `municipality-${municipality}`, municipality_id: key, people }];
  }
  return [];
}
