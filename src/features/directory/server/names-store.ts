import { sql, type RawBuilder } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { Referenced, Subject } from '../subject.ts';

/** How an entry is called in lists. */
export interface EntryName {
  id: string;
  key: string;
  name: Localised | null;
  /** What tells it apart from others of the same name: a programme's donor, a membership's municipality, an event's day. */
  beside: Localised | null;
  /** When it ended or was withdrawn. */
  until: string | null;
}

/** Entries and what they point to: each with its table's key alone where it has no name. */
type Named = Exclude<Subject, 'administrative_unit'> | Referenced;

const bare = (column: string) => sql<Localised>`jsonb_build_object('sq', ${sql.ref(column)})`;
const none = sql`NULL::jsonb`;
const never = sql`NULL::text`;

interface Naming {
  from: RawBuilder<unknown>;
  name: RawBuilder<unknown>;
  beside: RawBuilder<unknown>;
  until: RawBuilder<unknown>;
  /** The newest first, where only so many are shown. */
  newest: RawBuilder<unknown>;
}

const own = { name: sql`own.name::jsonb`, beside: none, until: never, newest: never };

const namings: Readonly<Record<Named, Naming>> = {
  organisation: { ...own, from: sql`organisation own` },
  donor: { ...own, from: sql`donor own` },
  partner: { ...own, from: sql`partner own`, until: sql`own.until` },
  membership: {
    ...own,
    from: sql`membership own JOIN organisation ON organisation.id = organisation_id
      LEFT JOIN municipality ON municipality.id = own.municipality_id`,
    name: sql`organisation.name::jsonb`,
    beside: sql`CASE WHEN municipality.id IS NOT NULL THEN ${bare('municipality.name')} END`,
    until: sql`own.until`,
  },
  grant_programme: {
    ...own,
    from: sql`grant_programme own JOIN donor ON donor.id = donor_id`,
    beside: sql`donor.name::jsonb`,
    newest: sql`own.starts`,
  },
  funded_work: {
    from: sql`funded_work own JOIN donor ON donor.id = own.donor_id LEFT JOIN event_now event ON event.id = own.event_id
      LEFT JOIN publication ON publication.id = own.publication_id LEFT JOIN round ON round.id = own.round_id
      LEFT JOIN monitoring_report report ON report.id = own.report_id`,
    name: sql`donor.name::jsonb`,
    beside: sql`coalesce(event.title::jsonb, publication.title::jsonb, jsonb_build_object('sq', coalesce(round.key, report.key)))`,
    until: sql`own.withdrawn_on::text`,
    newest: sql`coalesce(event.starts, publication.published_on, round.ends)`,
  },
  event: {
    ...own,
    from: sql`event_now own`,
    name: sql`own.title::jsonb`,
    beside: bare('own.starts'),
    newest: sql`own.starts`,
  },
  publication: {
    ...own,
    from: sql`publication own`,
    name: sql`own.title::jsonb`,
    beside: sql`CASE WHEN own.published_on IS NOT NULL THEN ${bare('own.published_on')} END`,
    newest: sql`own.published_on`,
  },
  round: { ...own, from: sql`round own`, name: bare('own.key'), newest: sql`own.ends` },
  monitoring_report: {
    ...own,
    from: sql`monitoring_report own JOIN round ON round.id = round_id
      LEFT JOIN municipality ON municipality.id = own.municipality_id`,
    name: bare('round.key'),
    beside: sql`CASE WHEN municipality.id IS NOT NULL THEN ${bare('municipality.name')} END`,
    newest: sql`own.published_on::text`,
  },
};

const most = 2000;

/** Names of the entries of a kind, or of some of them; of more than can be shown, the newest and the one that is chosen. */
export async function readNames(
  db: Db,
  of: Named,
  { ids = 'all', chosen = null }: { ids?: 'all' | readonly string[]; chosen?: string | null } = {},
): Promise<EntryName[]> {
  const { from, name, beside, until, newest } = namings[of];
  const { rows } = await sql<EntryName>`
    SELECT own.id, own.key, ${name} AS name, ${beside} AS beside, ${until} AS until
    FROM ${from}
    WHERE ${ids === 'all' ? sql`true` : sql`own.id = any(${ids}::uuid[])`}
    ORDER BY (own.id = ${chosen}::uuid) DESC NULLS LAST, ${newest} DESC NULLS LAST, own.key LIMIT ${most}`.execute(
    db,
  );
  return rows;
}
