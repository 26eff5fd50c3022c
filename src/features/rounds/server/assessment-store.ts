import type { Db, Tx } from '#server/database/db.ts';
import type { Stage } from '../stage.ts';

/** One municipality's contract in a round. */
export interface Assessment {
  id: string;
  roundPlanId: string;
  municipalityId: string;
  contractId: string;
  organisationId: string;
  stage: Stage;
  version: number;
}

function selectAssessment(db: Db) {
  return db
    .selectFrom('assessment')
    .select([
      'id',
      'round_plan_id as roundPlanId',
      'municipality_id as municipalityId',
      'contract_id as contractId',
      'organisation_id as organisationId',
      'stage',
      'version',
    ]);
}

export function readAssessment(db: Db, id: string): Promise<Assessment | undefined> {
  return selectAssessment(db).where('id', '=', id).executeTakeFirst();
}

/** The same, held until the transaction ends: stages change one at a time. */
export function lockAssessment(tx: Tx, id: string): Promise<Assessment | undefined> {
  return selectAssessment(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}
