import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import { notFound } from '#server/errors.ts';
import { evidenceReach } from '../policy.ts';

/** Who asks for evidence, as the questions to the database name them. */
export interface EvidenceReader {
  accountId: string;
  /** Where their roles let them see evidence. */
  reach: 'all' | readonly string[];
}

/** @throws not-found for nobody: what is not published is of people who are signed in */
export function readerOf(actor: Actor): EvidenceReader {
  if (actor.kind !== 'account') throw notFound('the workspace');
  return { accountId: actor.id, reach: evidenceReach(actor) };
}

/**
 * Holds for the rows of `evidence_item` as `item` that someone may see: policy.ts's seesItem, for the database. Every question
 * that answers people with items has it, so that no page, list, count, export or file tells more.
 */
export function isSeenBy({ accountId, reach }: EvidenceReader): RawBuilder<boolean> {
  const byRole =
    reach === 'all' ? sql<boolean>`true` : sql<boolean>`item.municipality_id = ANY(${[...reach]}::uuid[])`;
  return sql<boolean>`(
    (${byRole} OR EXISTS (
      SELECT FROM evidence_item_component bears
      JOIN coding_task task ON task.component_id = bears.component_id AND task.assessment_id = item.assessment_id
      JOIN coding_seat seat ON seat.task_id = task.id
      WHERE bears.municipality_id = item.municipality_id AND bears.item_id = item.id AND seat.account_id = ${accountId}
    ))
    AND (item.visibility = 'public' OR item.created_by = ${accountId} OR EXISTS (
      SELECT FROM evidence_reader named
      WHERE named.municipality_id = item.municipality_id AND named.item_id = item.id AND named.account_id = ${accountId}
    )))`;
}
