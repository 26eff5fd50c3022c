import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** One kind of work that waits in one municipality. */
export interface WaitingRow {
  kind:
    | 'session-to-hold'
    | 'session-to-record'
    | 'needs-to-review'
    | 'needs-to-compile'
    | 'contract-to-write'
    | 'contract-to-approve'
    | 'signature-to-follow'
    | 'request-to-send'
    | 'request-late'
    | 'evidence-to-review';
  municipalityKey: string;
  municipalityName: string;
  /** Of what it is about: a session, a contract draft. */
  subjectId: string | null;
  count: number;
  /** A day: of the session, of the cycle's plan, of the signature expected. */
  due: string | null;
}

/** Whose work: municipality ids by what someone may do there. */
export interface Reach {
  /** Sessions and needs are recorded here. */
  listening: readonly string[];
  /** What was recorded is reviewed, compiled, written and followed up here. */
  editing: readonly string[];
  /** Evidence is gathered here. */
  gathering: readonly string[];
  /** Contracts are approved, of whatever municipality. */
  approving: boolean;
}

/**
 * What waits, of each kind at most `most`, soonest first.
 * @param soon the last day of what is told ahead
 */
export async function readWaiting(
  db: Db,
  reach: Reach,
  { today, soon, most }: { today: string; soon: string; most: number },
): Promise<WaitingRow[]> {
  const { listening, editing, gathering, approving } = reach;
  const { rows } = await sql<WaitingRow>`
    WITH waiting AS (
      (SELECT CASE WHEN held_on < ${today} THEN 'session-to-record' ELSE 'session-to-hold' END AS kind,
              municipality_id, id AS subject_id, 1 AS n, held_on::text AS due
       FROM listening_session
       WHERE municipality_id = ANY(${listening}::uuid[]) AND state = 'planned' AND held_on <= ${soon}
       ORDER BY held_on LIMIT ${most})
      UNION ALL
      (SELECT 'needs-to-review', session.municipality_id, session.id, need.n, session.held_on::text
       FROM listening_session session
       JOIN LATERAL (SELECT count(*)::int AS n FROM voiced_need
         WHERE session_id = session.id AND municipality_id = session.municipality_id AND review = 'open') need ON need.n > 0
       WHERE session.municipality_id = ANY(${editing}::uuid[]) AND session.state = 'held'
       ORDER BY session.held_on LIMIT ${most})
      UNION ALL
      (SELECT 'needs-to-compile', voiced.municipality_id, NULL, count(*)::int, max(cycle.compile_until)::text
       FROM voiced_need voiced
       LEFT JOIN compiled_need compiled
         ON compiled.municipality_id = voiced.municipality_id AND compiled.need_id = voiced.id
       LEFT JOIN cycle ON cycle.mandate_id = voiced.mandate_id
       WHERE voiced.municipality_id = ANY(${editing}::uuid[]) AND voiced.review = 'accepted' AND compiled.need_id IS NULL
       GROUP BY voiced.municipality_id, voiced.mandate_id LIMIT ${most})
      UNION ALL
      (SELECT CASE draft.state WHEN 'submitted' THEN 'contract-to-approve' ELSE 'contract-to-write' END,
              draft.municipality_id, draft.id, 1, cycle.contract_until::text
       FROM contract_draft draft LEFT JOIN cycle ON cycle.mandate_id = draft.mandate_id
       WHERE (draft.state = 'draft' AND draft.municipality_id = ANY(${editing}::uuid[]))
          OR (draft.state = 'submitted' AND ${approving})
       ORDER BY cycle.contract_until LIMIT ${most})
      UNION ALL
      (SELECT 'signature-to-follow', contract.municipality_id, contract.id, 1, max(signature.expected_on)
       FROM contract JOIN signature ON signature.contract_id = contract.id AND signature.state = 'expected'
       WHERE contract.municipality_id = ANY(${editing}::uuid[]) AND signature.expected_on <= ${soon}
         AND NOT EXISTS (SELECT FROM signature later WHERE later.contract_id = contract.id
           AND later.state IN ('signed', 'declined') AND later.signatory = signature.signatory)
       GROUP BY contract.id ORDER BY max(signature.expected_on) LIMIT ${most})
      UNION ALL
      (SELECT CASE WHEN asked_on IS NULL THEN 'request-to-send' ELSE 'request-late' END,
              municipality_id, id, 1, due_on::text
       FROM information_request
       WHERE municipality_id = ANY(${gathering}::uuid[]) AND outcome = 'open' AND (asked_on IS NULL OR due_on < ${today})
       ORDER BY due_on LIMIT ${most})
      UNION ALL
      (SELECT 'evidence-to-review', item.municipality_id, item.assessment_id, count(*)::int, max(plan.evidence_until)::text
       FROM evidence_item item
       JOIN assessment ON assessment.id = item.assessment_id AND assessment.stage NOT IN ('prepared', 'published')
       JOIN round_plan plan ON plan.id = assessment.round_plan_id
       WHERE item.municipality_id = ANY(${editing}::uuid[]) AND item.review = 'open' AND item.visibility = 'public'
         AND item.withdrawn_reason = ''
       GROUP BY item.municipality_id, item.assessment_id ORDER BY max(plan.evidence_until) LIMIT ${most})
    )
    SELECT waiting.kind, municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
           waiting.subject_id AS "subjectId", waiting.n AS count, waiting.due
    FROM waiting JOIN municipality ON municipality.id = waiting.municipality_id
    ORDER BY waiting.due NULLS LAST, municipality.key, waiting.kind`.execute(db);
  return rows;
}
