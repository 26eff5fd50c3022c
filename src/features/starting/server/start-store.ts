import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { StartFacts } from '../steps.ts';

export interface StartRow extends StartFacts {
  organisationId: string;
  organisation: string;
  name: Localised;
  municipality: string;
  municipalityName: string;
  since: string | null;
}

/** What the data shows of members in their municipalities, the newest member first. One query, however many. */
export async function readStarts(
  db: Db,
  followed: 'all' | readonly string[],
  { today, joinedAfter, most }: { today: string; joinedAfter: string; most: number },
): Promise<StartRow[]> {
  const year = Number(today.slice(0, 4));
  // A coordinator follows those who joined lately; a member its own, whenever that was.
  const which =
    followed === 'all'
      ? sql`membership.since >= ${joinedAfter}`
      : sql`membership.organisation_id = any(${followed}::uuid[])`;
  const { rows } = await sql<StartRow>`
    SELECT organisation.id AS "organisationId", organisation.key AS organisation, organisation.name,
      municipality.key AS municipality, municipality.name AS "municipalityName", membership.since,
      EXISTS (SELECT FROM methodology_version) AS "hasMethodology",
      EXISTS (SELECT FROM methodology_signature WHERE organisation_id = organisation.id
        AND version_id = (SELECT id FROM methodology_version ORDER BY number DESC LIMIT 1)) AS "hasSigned",
      EXISTS (SELECT FROM declaration WHERE organisation_id = organisation.id AND year = ${year}) AS "hasDeclared",
      (SELECT count(DISTINCT account_id)::int FROM role_grant WHERE organisation_id = organisation.id
        AND (until IS NULL OR until >= ${today}::date))
      + (SELECT count(*)::int FROM invitation WHERE organisation_id = organisation.id
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ${today}::date) AS people,
      EXISTS (SELECT FROM mandate WHERE ends >= ${String(year)}) AS "hasMandate",
      EXISTS (SELECT FROM cycle JOIN mandate ON mandate.id = mandate_id WHERE ends >= ${String(year)}) AS "hasCycle",
      (SELECT count(*)::int FROM administrative_unit WHERE municipality_id = municipality.id) AS units,
      EXISTS (SELECT FROM start_mark WHERE organisation_id = organisation.id AND step = 'training') AS "hasTrained",
      EXISTS (SELECT FROM questionnaire WHERE municipality_id = municipality.id
        AND questionnaire.organisation_id = organisation.id) AS "hasQuestionnaire",
      EXISTS (SELECT FROM listening_session WHERE municipality_id = municipality.id
        AND listening_session.organisation_id = organisation.id) AS "hasSession"
    FROM membership
    JOIN organisation ON organisation.id = membership.organisation_id
    JOIN municipality ON municipality.id = membership.municipality_id
    WHERE (membership.until IS NULL OR membership.until >= ${today}) AND ${which}
    ORDER BY membership.since DESC NULLS LAST, organisation.key, municipality.key
    LIMIT ${most}`.execute(db);
  return rows;
}

export async function insertMark(tx: Tx, organisationId: string, account: string): Promise<void> {
  await tx
    .insertInto('start_mark')
    .values({ organisation_id: organisationId, step: 'training', marked_by: account })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
