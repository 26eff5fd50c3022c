import type { Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { ageBands, organisationKinds, sexes } from '../figure-fields.ts';
import { shownOfKept, shownTable, type Shown } from '../attendance-table.ts';
import {
  countArrivals,
  keepCounts,
  readKeptCounts,
  readMunicipalityKeys,
  type Count,
} from './figure-store.ts';
import { readPlan, type EventPlan } from './plan-store.ts';

/** How many came, and of what groups everyone may know how many: none under ten, and none that gives one away. */
export interface Attendance extends Shown<Count> {
  onSite: number;
  online: number | null;
  onlineBasis: 'entered' | 'imported' | null;
}

/** The groups of each dimension but 'all'. */
function breakdownsOf(counts: readonly Count[]): Count[][] {
  return ['sex', 'age-band', 'municipality', 'organisation-kind'].map((dimension) =>
    counts.filter((one) => one.dimension === dimension),
  );
}

/** What may be shown. Who did not say is of no group, and is not named. */
function shownOf(counts: readonly Count[], onSite: number, online: number | null): Shown<Count> {
  const shown = shownTable({ onSite, online: online ?? 0, breakdowns: breakdownsOf(counts) });
  return { ...shown, groups: shown.groups.filter(({ key }) => key !== 'unknown') };
}

function everyone(counts: readonly Count[]): number {
  return counts.find(({ dimension }) => dimension === 'all')?.people ?? 0;
}

/** The attendance of an event; undefined where nobody was counted. */
export async function readAttendance(db: Db, plan: EventPlan): Promise<Attendance | undefined> {
  if (plan.settings === undefined) return undefined;
  const isKept = plan.settings.forgottenAt !== null;
  const counts = isKept ? await readKeptCounts(db, plan.id) : await countArrivals(db, plan.id);
  const onSite = everyone(counts);
  const { onlinePeople: online, onlineBasis } = plan.settings;
  if (onSite === 0 && !online) return undefined;
  return {
    onSite,
    online,
    onlineBasis,
    ...(isKept
      ? shownOfKept({ onSite, online: online ?? 0, breakdowns: breakdownsOf(counts) })
      : shownOf(counts, onSite, online)),
  };
}

/** Keeps what may be shown, and nothing else, of an event whose persons are about to be forgotten. */
export async function keepAttendance(tx: Tx, planId: string): Promise<void> {
  const counts = await countArrivals(tx, planId);
  const all = counts.filter(({ dimension }) => dimension === 'all');
  // What may be shown whoever was online, since that can be told later.
  const shown = shownOf(counts, everyone(counts), null);
  await keepCounts(tx, planId, [...all, ...shown.groups]);
}

/**
 * How many took part in all, and whether who held the event only says so of those online; null where nobody was counted. To be
 * asked before the event is written into the record.
 */
export async function countParticipants(
  db: Db,
  planId: string,
): Promise<{ count: number; is: 'exact' | 'told' } | null> {
  const plan = await readPlan(db, { id: planId });
  const attendance = plan && (await readAttendance(db, plan));
  if (!attendance) return null;
  const { onSite, online, onlineBasis } = attendance;
  return {
    count: onSite + (online ?? 0),
    is: online !== null && online > 0 && onlineBasis === 'entered' ? 'told' : 'exact',
  };
}

/**
 * Writes the counts of an event into the record, in the transaction that publishes it; the event itself carries
 * `countParticipants`. `key` is what their keys begin with. Whoever publishes notes the change of `event_attendance` too.
 * @returns the rows that were added
 */
export async function publishAttendance(
  tx: Tx,
  { planId, eventId, version, key: start }: { planId: string; eventId: string; version: number; key: string },
): Promise<{ id: string; kind: 'event_attendance' }[]> {
  const rows = (await shownCounts(tx, planId)).map(({ part, ...row }) => {
    const key = `${start}/${part}`;
    return { ...row, id: idOf('event_attendance', key), key, event_id: eventId, version };
  });
  if (rows.length > 0) await tx.insertInto('event_attendance').values(rows).execute();
  return rows.map(({ id }) => ({ id, kind: 'event_attendance' }));
}

/** The counts as the record holds them, each with the last word of its key. */
export async function shownCounts(db: Db, planId: string): Promise<Part[]> {
  const plan = await readPlan(db, { id: planId });
  const attendance = plan && (await readAttendance(db, plan));
  if (!attendance) return [];
  const keys = await readMunicipalityKeys(db);
  return [...modeRows(attendance), ...attendance.groups.flatMap((count) => rowOf(count, keys))];
}

type Part = Omit<Insertable<DB['event_attendance']>, 'id' | 'key' | 'event_id' | 'version'> & {
  part: string;
};

function modeRows({ modes }: Attendance): Part[] {
  return modes.map(({ key, people }) => ({ part: key, mode: key, people }));
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
