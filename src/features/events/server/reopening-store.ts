import { sql } from 'kysely';
import type { Tx } from '#server/database/db.ts';

// Points of the programme before the people who stand in them.
const parts = [
  {
    table: 'event_plan_topic',
    columns: ['position', 'statement'],
  },
  {
    table: 'event_plan_party',
    columns: [
      'position',
      'role',
      'organisation_id',
      'donor_id',
      'name',
      'through',
      'logo_original_sha256',
      'logo_sha256',
    ],
  },
  {
    table: 'event_plan_item',
    columns: ['position', 'held_on', 'starts_at', 'ends_at', 'track', 'hall', 'title', 'summary'],
  },
  {
    table: 'event_plan_person',
    columns: [
      'item_id',
      'position',
      'person_id',
      'name',
      'name_agreed',
      'role',
      'capacity',
      'organisation_id',
      'municipality_id',
      'attendance',
      'biography',
      'photo_original_sha256',
      'photo_sha256',
      'confirmed_at',
    ],
  },
  {
    table: 'event_plan_municipality',
    columns: ['position', 'municipality_id', 'attendance', 'represented_by'],
  },
  {
    table: 'event_plan_document',
    columns: ['position', 'kind', 'language', 'title', 'original_sha256', 'copy_sha256', 'shown'],
  },
] as const;

const ownColumns = [
  'kind',
  'title',
  'summary',
  'mode',
  'starts_on',
  'starts_at',
  'ends_on',
  'ends_at',
  'place',
  'hall',
  'access',
  'online_url',
  'languages',
  'interpretation',
  'minutes',
  'recording_url',
  'press_release',
] as const;

/** Opens a published plan, and keeps all of it as it is, so that it can be left as it was. */
export async function openPlan(tx: Tx, planId: string, now: Date): Promise<void> {
  const kept = parts.map(
    ({ table }) => sql`${sql.lit(table)},
      (SELECT coalesce(jsonb_agg(to_jsonb(part)), '[]') FROM ${sql.table(table)} part WHERE part.plan_id = event_plan.id)`,
  );
  await sql`
    UPDATE event_plan SET reopened_at = ${now}, before_reopening = jsonb_build_object(
      'event_plan', to_jsonb(event_plan) - 'before_reopening', ${sql.join(kept)}
    ) WHERE id = ${planId}`.execute(tx);
}

/** Closes it again, as it stands now. */
export async function closePlan(tx: Tx, planId: string): Promise<void> {
  await tx
    .updateTable('event_plan')
    .set({ reopened_at: null, before_reopening: null })
    .where('id', '=', planId)
    .execute();
}

/** Puts everything back to how it was when it was opened. */
export async function restorePlan(tx: Tx, planId: string): Promise<void> {
  for (const { table, columns } of parts) {
    const rows = sql`jsonb_populate_recordset(NULL::${sql.table(table)},
      (SELECT before_reopening -> ${sql.lit(table)} FROM event_plan WHERE id = ${planId}))`;
    const newer = columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
    await sql`
      DELETE FROM ${sql.table(table)} part WHERE plan_id = ${planId}
      AND NOT EXISTS (SELECT FROM ${rows} kept WHERE kept.id = part.id)`.execute(tx);
    await sql`
      INSERT INTO ${sql.table(table)} SELECT * FROM ${rows}
      ON CONFLICT (id) DO UPDATE SET ${sql.join(newer)}`.execute(tx);
  }
  const own = ownColumns.map((column) => sql`${sql.ref(column)} = kept.${sql.ref(column)}`);
  await sql`
    UPDATE event_plan SET ${sql.join(own)}, version = event_plan.version + 1
    FROM event_plan opened, jsonb_populate_record(NULL::event_plan, opened.before_reopening -> 'event_plan') kept
    WHERE event_plan.id = ${planId} AND opened.id = event_plan.id`.execute(tx);
}
