import { sql } from 'kysely';
import { eventNow } from '#features/events/server/event-now.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

const mostShown = 30;

/** Publications as they now read, under the address of their first version. */
export function readPublished(db: Db, organisationId: string) {
  return db
    .selectFrom('publication as p')
    .innerJoin('publication as first', (join) => join.on(sql<boolean>`first.id = coalesce(p.first_id, p.id)`))
    .select(['first.key', 'p.title', 'p.published_on as publishedOn'])
    .where('p.organisation_id', '=', organisationId)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM publication later WHERE later.first_id = first.id AND later.version > p.version)`,
    )
    .orderBy('p.published_on', (order) => order.desc().nullsLast())
    .orderBy('first.key')
    .limit(mostShown)
    .execute();
}

/** Contracts of the municipalities that an organisation works in, each with the rounds that have a status there. */
export async function readMonitored(db: Db, municipalityIds: readonly string[]) {
  const { rows } = await sql<{
    contract: string;
    mandate: string;
    municipality: string;
    municipalityName: string;
    rounds: string[];
  }>`
    SELECT contract.key AS contract, mandate.key AS mandate, municipality.key AS municipality,
      municipality.name AS "municipalityName",
      coalesce((SELECT array_agg(round.key::text ORDER BY round.key) FROM tally JOIN round ON round.id = tally.round_id
        WHERE tally.municipality_id = municipality.id AND tally.field_id IS NULL AND tally.municipalities > 0
          AND round.mandate_id = mandate.id), '{}') AS rounds
    FROM contract
    JOIN mandate ON mandate.id = contract.mandate_id
    JOIN municipality ON municipality.id = contract.municipality_id
    WHERE contract.municipality_id = any(${municipalityIds}::uuid[])
    ORDER BY municipality.name, mandate.key DESC, contract.key
    LIMIT ${mostShown}`.execute(db);
  return rows;
}

export function readHeld(db: Db, organisationId: string) {
  return db
    .selectFrom('event_party')
    .innerJoin(eventNow, (join) =>
      join.onRef('event.id', '=', 'event_party.event_id').onRef('event.version', '=', 'event_party.version'),
    )
    .select(['event.key', 'event.title', 'event.starts', 'event_party.role'])
    .where('event_party.organisation_id', '=', organisationId)
    .orderBy('event.starts', 'desc')
    .orderBy('event.key')
    .limit(mostShown)
    .execute();
}

export function readSigned(db: Db, organisationId: string) {
  return db
    .selectFrom('methodology_signature as signature')
    .innerJoin('methodology_version as version', 'version.id', 'signature.version_id')
    .select(['version.number', 'signature.signed_on as signedOn'])
    .where('signature.organisation_id', '=', organisationId)
    .orderBy('version.number', 'desc')
    .execute();
}

/** What donors' money went into, with the events that they stood behind: a row each, whichever table says so. */
export async function readSupported(db: Db) {
  const { rows } = await sql<{
    donorId: string;
    kind: 'event' | 'round' | 'report' | 'publication';
    key: string;
    title: Localised | null;
    /** Of a report: the municipality that it is of, where not the whole network. */
    municipality: string | null;
    municipalityName: string | null;
    dated: string | null;
    programmeId: string | null;
    note: Localised | null;
    url: string | null;
  }>`
    SELECT donor_id AS "donorId", kind, key, title, municipality, "municipalityName", max(dated) AS dated,
      (array_agg(programme_id) FILTER (WHERE programme_id IS NOT NULL))[1] AS "programmeId",
      (array_agg(note) FILTER (WHERE note IS NOT NULL))[1] AS note, max(url) AS url
    FROM (
      SELECT funded_work.donor_id,
        CASE WHEN event.id IS NOT NULL THEN 'event' WHEN publication.id IS NOT NULL THEN 'publication'
          WHEN report.id IS NOT NULL THEN 'report' ELSE 'round' END AS kind,
        coalesce(event.key, publication.key, of_report.key, round.key) AS key,
        coalesce(event.title, publication.title) AS title,
        municipality.key AS municipality, municipality.name AS "municipalityName",
        coalesce(event.starts, publication.published_on, report.published_on::text, round.ends) AS dated,
        funded_work.programme_id, funded_work.note::jsonb AS note, publication.url
      FROM funded_work
      LEFT JOIN event_now event ON event.id = funded_work.event_id
      LEFT JOIN publication ON publication.id = funded_work.publication_id
      LEFT JOIN monitoring_report report ON report.id = funded_work.report_id
      LEFT JOIN municipality ON municipality.id = report.municipality_id
      LEFT JOIN round of_report ON of_report.id = report.round_id
      LEFT JOIN round ON round.id = funded_work.round_id
      WHERE funded_work.withdrawn_on IS NULL
      UNION ALL
      SELECT event_party.donor_id, 'event', event.key, event.title, NULL, NULL, event.starts, NULL, NULL, NULL
      FROM event_party
      JOIN event_now event ON event.id = event_party.event_id AND event.version = event_party.version WHERE donor_id IS NOT NULL
    ) supported
    GROUP BY donor_id, kind, key, title, municipality, "municipalityName"
    ORDER BY max(dated) DESC, key
    LIMIT 500`.execute(db);
  return rows;
}

export function readPartners(db: Db) {
  return db
    .selectFrom('partner')
    .select(['id', 'key', 'name', 'kind', 'url', 'since', 'until', 'together'])
    .orderBy('key')
    .execute();
}
