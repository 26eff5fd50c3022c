import type { Db } from '#server/database/db.ts';
import { addMonitoring, type Monitoring } from './factories-monitoring.ts';

/** Codes that hold for an assessment's components, in their order. */
export async function settleCodes(db: Db, { tasks }: Pick<Monitoring, 'tasks'>, codes: readonly string[]) {
  await db
    .insertInto('settled_code')
    .values(
      tasks.flatMap(({ id }, index) => {
        const code = codes[index];
        if (code === undefined) return [];
        const rationale = JSON.stringify({ sq: `Kodi ${code}`, en: `Code ${code}` });
        return [
          { task_id: id, number: 1, basis: 'agreement' as const, code, rationale, decided_at: new Date() },
        ];
      }),
    )
    .execute();
}

/** What is written beside the statuses of all priorities of an assessment. */
export async function writeStatusDrafts(db: Db, { assessment, priorities }: Monitoring) {
  await db
    .insertInto('status_draft')
    .values(
      priorities.map(({ id }) => ({
        assessment_id: assessment.id,
        priority_id: id,
        rationale: JSON.stringify({ sq: 'Pse kështu', en: 'Why so' }),
      })),
    )
    .execute();
}

/** An assessment whose reply was read, or that its editor has prepared, with codes partial, complete and none. */
export async function addAssessed(
  db: Db,
  stage: 'reading' | 'prepared' = 'reading',
  codes = ['partial', 'complete', 'none'],
) {
  const at = await addMonitoring(db, { stage: 'reading' });
  await settleCodes(db, at, codes);
  await writeStatusDrafts(db, at);
  if (stage === 'prepared') await markPrepared(db, at, at.editor.id);
  return at;
}

/** As if someone had prepared the publication. */
export async function markPrepared(
  db: Db,
  { assessment }: Pick<Monitoring, 'assessment'>,
  accountId: string,
) {
  await db
    .updateTable('assessment')
    .set({ stage: 'prepared', prepared_by: accountId, prepared_at: new Date('2024-01-01T00:00:00Z') })
    .where('id', '=', assessment.id)
    .execute();
}
