import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { EvidenceClass, ReliedOn } from '../entry-rules.ts';

export interface EvidenceRow {
  id: string;
  kind: string;
  class: EvidenceClass;
  stance: ReliedOn['stance'];
  dated: string;
  shows: Localised;
  publisher: string;
  url: string;
  visibility: 'public' | 'private';
  review: 'open' | 'accepted' | 'withheld';
  /** SHA-256 of its files and its address. */
  origins: string[];
  files: string[];
}

/**
 * The evidence that bears on a component in an assessment and that someone may see: a private item only who added it and those
 * named. What was taken back is left out.
 */
export async function readEvidence(
  db: Db,
  place: { municipalityId: string; assessmentId: string; componentId: string },
  reader: string,
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    SELECT item.id, item.kind, item.class, item.stance, item.dated, item.shows, item.publisher, item.url, item.visibility,
           item.review,
           ARRAY(SELECT original_sha256 FROM evidence_file file
             WHERE file.municipality_id = item.municipality_id AND file.item_id = item.id
             UNION SELECT item.url WHERE item.url <> '') AS origins,
           ARRAY(SELECT name FROM evidence_file file
             WHERE file.municipality_id = item.municipality_id AND file.item_id = item.id ORDER BY position) AS files
    FROM evidence_item item
    JOIN evidence_item_component bears ON bears.municipality_id = item.municipality_id AND bears.item_id = item.id
    WHERE item.municipality_id = ${place.municipalityId} AND item.assessment_id = ${place.assessmentId}
      AND bears.component_id = ${place.componentId} AND item.withdrawn_reason = ''
      AND (item.visibility = 'public' OR item.created_by = ${reader}::uuid OR EXISTS (
        SELECT FROM evidence_reader named
        WHERE named.municipality_id = item.municipality_id AND named.item_id = item.id AND named.account_id = ${reader}::uuid))
    ORDER BY item.dated, item.id
    LIMIT 500`.execute(db);
  return rows;
}
