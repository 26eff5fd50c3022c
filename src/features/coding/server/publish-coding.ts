import type { PublicationContext, PublishedRows } from '#features/rounds/publication.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { noteAgreement } from './publish-agreement.ts';
import { readCodesInForce, readPublishedEvidence } from './publish-store.ts';

/** Rows that one statement takes: PostgreSQL counts at most 65,535 values in it. */
const atOnce = 2_000;

function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += atOnce) yield rows.slice(at, at + atOnce);
}

/**
 * The codes in force of an assessment become rows of the record, with the evidence that they rely on; and how far the coders of
 * the round agree is computed once more at the end of the transaction. Evidence is to be published before.
 * @throws conflict where a component has no code yet
 */
export async function publishCodes(tx: Tx, context: PublicationContext): Promise<PublishedRows> {
  const { assessment, round } = context;
  const [inForce, evidence] = [
    new Map((await readCodesInForce(tx, assessment.id)).map((code) => [code.taskId, code])),
    Map.groupBy(await readPublishedEvidence(tx, assessment.id), ({ taskId }) => taskId),
  ];
  const tasks = context.priorities.flatMap((priority) => priority.tasks);
  const codes = tasks.map((task) => {
    const settled = inForce.get(task.id);
    if (!settled) throw new DomainError('conflict', `task ${task.id} has no code`);
    const key = `${task.componentKey}/${round.key}/1`;
    return {
      id: idOf('component_code', key),
      key,
      component_id: task.componentId,
      round_id: round.id,
      version: 1,
      code: settled.code,
      rationale: JSON.stringify(settled.rationale),
      basis: settled.basis,
      earlier_code: settled.basis === 'reply' ? settled.beforeReply : null,
      reason: settled.reason === null ? null : JSON.stringify(settled.reason),
      taskId: task.id,
    };
  });
  const reliances = codes.flatMap((code) =>
    (evidence.get(code.taskId) ?? []).map(({ evidenceId }, index) => {
      const key = `${code.key}/${index + 1}`;
      return {
        id: idOf('component_code_evidence', key),
        key,
        component_code_id: code.id,
        evidence_id: evidenceId,
      };
    }),
  );
  for (const rows of batches(codes.map(({ taskId: _, ...row }) => row))) {
    await tx.insertInto('component_code').values(rows).execute();
  }
  for (const rows of batches(reliances)) {
    await tx.insertInto('component_code_evidence').values(rows).execute();
  }
  await noteAgreement(tx, context);
  return {
    tables: ['component_code', 'component_code_evidence', 'round_agreement', 'round_agreement_pair'],
    subjects: [
      ...codes.map(({ id }) => ({ kind: 'component_code', id })),
      ...reliances.map(({ id }) => ({ kind: 'component_code_evidence', id })),
    ],
  };
}
