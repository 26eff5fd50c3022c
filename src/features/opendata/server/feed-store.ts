import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** A change of the record, as far as its words need it. */
export interface ChangeRow {
  kind:
    | 'statuses'
    | 'correction'
    | 'signature'
    | 'event'
    | 'event-correction'
    | 'outcome'
    | 'article'
    | 'publication'
    | 'experience';
  key: string;
  /** Known to the year, month or day. */
  date: string;
  municipality: string | null;
  title: Localised | null;
  summary: Localised | null;
  /** Of statuses: the round. Of a signature: its state. Of an event that was called off: 'cancelled'. */
  detail: string | null;
  /** Of statuses: how many. */
  count: number | null;
  /** Key of what has the page, where it is not the row itself. */
  of: string | null;
}

const place = sql`(SELECT name FROM municipality WHERE id = municipality_id)`;

/**
 * The newest changes of the record: in all, or those of one municipality. The statuses of one round and contract
 * are one change, of the day on which they became public: together, whenever those of others do. A correction or a decided
 * dispute is a change of its own.
 */
export async function readChanges(
  db: Db,
  { municipalityId, limit }: { municipalityId?: string | undefined; limit: number },
): Promise<ChangeRow[]> {
  const within = (column: string) =>
    municipalityId === undefined ? sql`true` : sql`${sql.ref(column)} = ${municipalityId}`;
  const { rows } = await sql<ChangeRow>`
    (SELECT 'statuses' AS kind, contract.key || '/' || round.key AS key,
            own.day AS date, municipality.name AS municipality, NULL::jsonb AS title, NULL::jsonb AS summary,
            round.key::text AS detail,
            tally.priorities - tally.not_assessed AS count, contract.key::text AS of
     FROM tally JOIN round ON round.id = tally.round_id
     JOIN municipality ON municipality.id = tally.municipality_id
     JOIN contract ON contract.municipality_id = municipality.id AND contract.mandate_id = round.mandate_id
     CROSS JOIN LATERAL (
       SELECT coalesce(status.published_on, round.published_on, round.ends)::text AS day
       FROM priority JOIN status ON status.priority_id = priority.id AND status.round_id = round.id AND status.version = 1
       WHERE priority.contract_id = contract.id ORDER BY priority.position LIMIT 1
     ) own
     WHERE tally.field_id IS NULL AND tally.priorities > tally.not_assessed AND ${within('contract.municipality_id')}
     ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'correction', status.key, coalesce(status.published_on, round.published_on, round.ends), municipality.name,
            priority.statement, status.reason, status.kind, NULL, priority.key || '/' || round.key || '/' || status.version
     FROM status JOIN round ON round.id = status.round_id
     JOIN priority ON priority.id = status.priority_id JOIN contract ON contract.id = priority.contract_id
     JOIN municipality ON municipality.id = contract.municipality_id
     WHERE status.version > 1 AND ${within('contract.municipality_id')}
     ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'signature', signature.key, coalesce(occurred_on, known_by::text), municipality.name,
            NULL, signature.note, signature.state, NULL, contract.key
     FROM signature JOIN contract ON contract.id = signature.contract_id
     JOIN municipality ON municipality.id = contract.municipality_id
     WHERE coalesce(occurred_on, known_by::text) IS NOT NULL AND ${within('contract.municipality_id')}
     ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'event', key, starts, ${place}, title, summary, kind, NULL, key FROM event_now
     WHERE ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'event', key, updated_at::date::text, ${place}, title, summary, CASE WHEN state = 'cancelled' THEN state ELSE kind END,
            NULL, key FROM event_plan
     WHERE state IN ('announced', 'cancelled') AND ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'event-correction', correction.key, correction.corrected_on::text, ${place}, correction.title, correction.reason,
            NULL, NULL, event.key FROM event_correction correction JOIN event ON event.id = correction.event_id
     WHERE ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'outcome', outcome.key, outcome.dated, ${place}, conclusion.statement, outcome.statement, NULL, NULL, event.key
     FROM conclusion_outcome outcome JOIN conclusion ON conclusion.id = outcome.conclusion_id
     JOIN event ON event.id = conclusion.event_id
     WHERE ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'article', article.key, article.published_on, ${place}, coalesce(latest.title, article.title),
            coalesce(latest.summary, article.summary), NULL, NULL, article.key FROM article
     LEFT JOIN LATERAL (SELECT title, summary FROM article_version WHERE article_id = article.id
                        ORDER BY version DESC LIMIT 1) latest ON true
     WHERE article.published_on IS NOT NULL AND ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'publication', key, published_on, ${place}, title, summary, kind, NULL, key FROM publication
     WHERE version = 1 AND published_on IS NOT NULL AND ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'experience', key, published_on::text, ${place}, title, summary, NULL, NULL, key FROM experience
     WHERE ${within('municipality_id')} ORDER BY 3 DESC, 2 LIMIT ${limit})
    ORDER BY date DESC, kind, key LIMIT ${limit}`.execute(db);
  return rows;
}

export async function readChangedAt(db: Db): Promise<Date> {
  const row = await db.selectFrom('record_version').select('changed_at').executeTakeFirstOrThrow();
  return row.changed_at;
}
