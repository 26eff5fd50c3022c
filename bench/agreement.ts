import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import { showAgreement } from '#features/coding/server/agreements.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase, type Db } from '#server/database/db.ts';
import { migrate } from '#server/database/migrate.ts';
import { addMunicipalities } from '#testing/factories.ts';
import { addComponents, addMonitoring } from '#testing/factories-monitoring.ts';
import { quantile } from './statistics.ts';

export interface AgreementFigure {
  codes: number;
  p50: number;
  most: number;
  runs: number;
  alpha: number | null;
}

export const agreementTitle = 'Agreement over 1,000,000 codes';
const municipalities = 1_000;
const components = 500;
const runs = 20;

/** A round of 1,000 municipalities x 500 components, each coded twice: three in four alike. */
async function seed(db: Db): Promise<{ planId: string; actor: Actor }> {
  const at = await addMonitoring(db, { stage: 'adjudication' });
  const places = await addMunicipalities(
    db,
    Array.from({ length: municipalities }, () => ({})),
  );
  const parts = await addComponents(
    db,
    at.priorities[0]?.id ?? '',
    Array.from({ length: components }, (_, index) => ({ position: index + 10 })),
  );
  const ids = parts.map(({ id }) => id);
  await sql`
    INSERT INTO assessment (id, round_plan_id, municipality_id, contract_id, organisation_id, stage)
    SELECT gen_random_uuid(), ${at.plan.id}, id, ${at.contract.id}, ${at.assessment.organisation_id}, 'adjudication'
    FROM unnest(${places.map(({ id }) => id)}::uuid[]) AS place (id)`.execute(db);
  await sql`
    INSERT INTO coding_task (id, assessment_id, municipality_id, component_id)
    SELECT gen_random_uuid(), assessment.id, municipality_id, component.id
    FROM assessment, unnest(${ids}::uuid[]) AS component (id)
    WHERE assessment.id <> ${at.assessment.id}`.execute(db);
  const coders = [at.coder.id, at.otherCoder.id];
  await sql`
    INSERT INTO coding_seat (task_id, seat, account_id, organisation_id)
    SELECT task.id, seat, (${coders}::uuid[])[seat], ${at.assessment.organisation_id}
    FROM coding_task task, generate_series(1, 2) AS seat
    WHERE task.assessment_id <> ${at.assessment.id}`.execute(db);
  await sql`
    INSERT INTO coding (task_id, seat, account_id, code, rationale, submitted_at)
    SELECT task_id, seat, account_id,
           (${['none', 'initiated', 'partial', 'complete', 'no-evidence', 'not-assessable']}::text[])[
             1 + (abs(hashtext(task_id::text)) + CASE WHEN seat = 2 AND abs(hashtext(task_id::text)) % 4 = 0 THEN 1 ELSE 0 END) % 6],
           'Why', now()
    FROM coding_seat JOIN coding_task ON coding_task.id = task_id WHERE assessment_id <> ${at.assessment.id}`.execute(
    db,
  );
  await sql`VACUUM ANALYZE`.execute(db);
  return { planId: at.plan.id, actor: at.coordinator };
}

/** The workspace's page of a round's agreement: one call, from the raw codes to the interval. */
export async function measureAgreement(databaseUrl: string): Promise<AgreementFigure> {
  await migrate(databaseUrl);
  const database = openDatabase({ url: databaseUrl, preparedStatements: true });
  try {
    const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database);
    const { planId, actor } = await seed(app.db);
    const latencies: number[] = [];
    let alpha: number | null = null;
    for (let n = 0; n < runs; n += 1) {
      const began = performance.now();
      ({ alpha } = (await showAgreement(app, actor, planId)).agreement);
      latencies.push(performance.now() - began);
    }
    latencies.sort((one, other) => one - other);
    return {
      codes: 2 * municipalities * components,
      p50: quantile(latencies, 0.5),
      most: latencies.at(-1) ?? Number.NaN,
      runs,
      alpha,
    };
  } finally {
    await database.close();
  }
}
