import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import type { Monitoring } from './factories-monitoring.ts';

/** An item of evidence for some components of an assessment: public and accepted, as long as nothing else is said. */
export async function addEvidenceItem(
  db: Db,
  at: Monitoring,
  componentIds: readonly string[],
  given: Partial<Insertable<DB['evidence_item']>> = {},
) {
  const item = {
    id: randomUUID(),
    municipality_id: at.municipality.id,
    assessment_id: at.assessment.id,
    kind: 'photo' as const,
    class: 'E2' as const,
    stance: 'supports' as const,
    dated: '2028-05-01',
    shows: JSON.stringify({ sq: 'Rruga është shtruar', en: 'The road is paved' }),
    review: 'accepted' as const,
    ...given,
  };
  await db.insertInto('evidence_item').values(item).execute();
  await db
    .insertInto('evidence_item_component')
    .values(
      componentIds.map((component_id) => ({
        municipality_id: item.municipality_id,
        item_id: item.id,
        component_id,
      })),
    )
    .execute();
  return item;
}

/** Codes of both coders of a task, as they were handed in. */
export async function addCodes(
  db: Db,
  at: Monitoring,
  taskId: string,
  codes: readonly [string | null, string | null],
) {
  const coders = [at.coder.id, at.otherCoder.id];
  for (const [index, code] of codes.entries()) {
    if (code === null) continue;
    await db
      .insertInto('coding')
      .values({
        task_id: taskId,
        seat: index + 1,
        account_id: coders[index] ?? '',
        code,
        rationale: `Why ${code}`,
        submitted_at: new Date('2028-09-20T10:00:00Z'),
      })
      .execute();
  }
}

/** What the codes of a codebook ask for, as in the record's data. */
export async function setRequirements(db: Db, codebookId: string) {
  const rules = {
    none: [{ rule: 'search' }],
    partial: [{ rule: 'items', least: 1, of: ['E2', 'E3', 'E4'] }],
    complete: [
      { rule: 'independent', least: 2 },
      { rule: 'items', least: 1, of: ['E2'] },
    ],
  };
  for (const [code, requires] of Object.entries(rules)) {
    await db
      .updateTable('codebook_code')
      .set({ requires: JSON.stringify(requires) })
      .where('codebook_id', '=', codebookId)
      .where('code', '=', code)
      .execute();
  }
}
