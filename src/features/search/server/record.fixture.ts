import { sql } from 'kysely';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction, type Database, type Db } from '#server/database/db.ts';
import { addContracts, addField, addMunicipalities } from '#testing/factories.ts';
import { refreshSearch } from './refresh.ts';

const apps = new WeakMap<Database, App>();

/** An app on a test database. */
export function appOn(database: Database): App {
  const app = apps.get(database) ?? createApp(readConfig({ LOG_LEVEL: 'silent' }), database);
  apps.set(database, app);
  return app;
}

/** Two municipalities (Fier, Durrës) with a contract each, and a field: what needs and priorities hang on. */
export async function addPlaces(db: Db): Promise<void> {
  const municipalities = await addMunicipalities(db, [
    { key: 'fier', name: 'Fier' },
    { key: 'durres', name: 'Durrës', aliases: ['Durazzo'] },
  ]);
  await addField(db, {
    key: 'infrastructure',
    name: JSON.stringify({ sq: 'Infrastruktura', en: 'Infrastructure' }),
  });
  await addContracts(
    db,
    municipalities.map(({ id, key }) => ({
      key: `${key}-2019`,
      municipality_id: id,
      starts: '2019',
      ends: '2023',
    })),
  );
}

interface NeedRow {
  key: string;
  sq?: string;
  en?: string;
  note?: string;
  municipality?: string;
  year?: number;
}

/** Adds needs: short texts with a place and a year. */
export async function addNeeds(db: Db, needs: readonly NeedRow[]): Promise<void> {
  const rows = JSON.stringify(
    needs.map(({ key, sq, en, note, municipality = 'fier', year = 2019 }) => ({
      key,
      statement: { ...(sq && { sq }), ...(en && { en }) },
      note: note === undefined ? null : { sq: note },
      municipality,
      year,
    })),
  );
  await sql`
    INSERT INTO need (id, key, municipality_id, field_id, channel, statement, note, voiced_on)
    SELECT gen_random_uuid(), r.key, m.id, f.id, 'focus-group', r.statement, r.note, r.year
      FROM jsonb_to_recordset(${rows}::jsonb) r (key text, statement jsonb, note jsonb, municipality text, year text)
      JOIN municipality m ON m.key = r.municipality
      CROSS JOIN field f`.execute(db);
}

/** Adds events of one year, `titles.length` of them. */
export async function addEvents(db: Db, titles: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO event (id, key, kind, title, starts)
    SELECT gen_random_uuid(), 'e' || n, 'meeting', jsonb_build_object('sq', title), '2020-05-01'
      FROM unnest(${[...titles]}::text[]) WITH ORDINALITY t (title, n)`.execute(db);
}

/** Makes all documents anew, as an import does. */
export function refreshAll(db: Db): Promise<void> {
  return inTransaction(db, (tx) => refreshSearch(tx));
}
