import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { addPop2 } from '#testing/factories-monitoring.ts';
import { addAccount, addGrant, addMandate, addOrganisation } from '#testing/factories.ts';

export const publishSize = { municipalities: 1000, priorities: 40, components: 3 };

/** A round of 1,000 municipalities that somebody has prepared: contracts, codes of two coders, settled codes, evidence, words. */
export async function seedRound(db: Db): Promise<{ planId: string; coordinatorId: string }> {
  const { municipalities, priorities, components } = publishSize;
  const mandate = await addMandate(db, { starts: '2027', ends: '2031' });
  const codebook = await addPop2(db);
  const organisation = await addOrganisation(db);
  const other = await addOrganisation(db);
  const field = await db
    .selectFrom('field')
    .select('id')
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow();
  const [preparing, first, second, coordinator] = [
    await addAccount(db),
    await addAccount(db),
    await addAccount(db),
    await addAccount(db),
  ];
  await addGrant(db, { account_id: coordinator.id, role: 'coordinator' });
  const planId = randomUUID();
  await db
    .insertInto('round_plan')
    .values({
      id: planId,
      mandate_id: mandate.id,
      codebook_id: codebook.id,
      number: 1,
      starts: '2027-09',
      ends: '2028-09',
      evidence_until: '2028-09-15',
      coding_until: '2028-10-01',
      reply_until: '2028-11-01',
      publish_on: '2028-11-15',
    })
    .execute();
  const words = sql`'{"sq":"Pse kështu","en":"Why so"}'::jsonb`;
  const code = sql`(ARRAY['none','initiated','partial','complete'])[1 + (hashint4(n * 1000 + p * 10 + c) & 3)]`;
  const every = sql`generate_series(1, ${sql.lit(municipalities)}) n, generate_series(1, ${sql.lit(priorities)}) p`;
  const each = sql`${every}, generate_series(1, ${sql.lit(components)}) c`;
  const run = (query: ReturnType<typeof sql>) => query.execute(db);
  await run(sql`
    INSERT INTO municipality (id, key, county_id, name, code, seat, longitude, latitude)
    SELECT md5('m' || n)::uuid, 'bashkia-' || n, (SELECT id FROM county ORDER BY key LIMIT 1), 'Bashkia ' || n, 'B' || n, 'Qendra',
           19.3 + (n % 40) * 0.04, 39.7 + (n / 40) * 0.11
    FROM generate_series(1, ${sql.lit(municipalities)}) n`);
  await run(sql`
    INSERT INTO contract (id, key, municipality_id, mandate_id, binding_language, priority_count, priority_count_is)
    SELECT md5('k' || n)::uuid, 'bashkia-' || n || '-2027', md5('m' || n)::uuid, ${mandate.id}::uuid, 'sq',
           ${sql.lit(priorities)}, 'exact'
    FROM generate_series(1, ${sql.lit(municipalities)}) n`);
  await run(sql`
    INSERT INTO priority (id, key, contract_id, field_id, position, number, statement, field_basis, coverage)
    SELECT md5('p' || n || '-' || p)::uuid, 'bashkia-' || n || '-2027-' || p, md5('k' || n)::uuid, ${field.id}::uuid, p, p::text,
           jsonb_build_object('sq', 'Rruga ' || p || ' në bashkinë ' || n, 'en', 'Road ' || p || ' in municipality ' || n),
           'stated', 'municipality'
    FROM ${every}`);
  await run(sql`
    INSERT INTO component (id, key, priority_id, position, statement, testable, competence)
    SELECT md5('c' || n || '-' || p || '-' || c)::uuid, 'bashkia-' || n || '-2027-' || p || '/' || c,
           md5('p' || n || '-' || p)::uuid, c, jsonb_build_object('sq', 'Pjesa ' || c, 'en', 'Part ' || c), 'yes', 'own'
    FROM ${each}`);
  await run(sql`
    INSERT INTO assessment (id, round_plan_id, municipality_id, contract_id, organisation_id, stage, prepared_by, prepared_at)
    SELECT md5('a' || n)::uuid, ${planId}::uuid, md5('m' || n)::uuid, md5('k' || n)::uuid, ${organisation.id}::uuid, 'prepared',
           ${preparing.id}::uuid, now()
    FROM generate_series(1, ${sql.lit(municipalities)}) n`);
  await run(sql`
    INSERT INTO coding_task (id, assessment_id, municipality_id, component_id)
    SELECT md5('t' || n || '-' || p || '-' || c)::uuid, md5('a' || n)::uuid, md5('m' || n)::uuid,
           md5('c' || n || '-' || p || '-' || c)::uuid
    FROM ${each}`);
  for (const [seat, account, office] of [
    [1, first.id, organisation.id],
    [2, second.id, other.id],
  ] as const) {
    await run(sql`
      INSERT INTO coding_seat (task_id, seat, account_id, organisation_id)
      SELECT md5('t' || n || '-' || p || '-' || c)::uuid, ${seat}::smallint, ${account}::uuid, ${office}::uuid FROM ${each}`);
    await run(sql`
      INSERT INTO coding (task_id, seat, account_id, code, rationale, submitted_at)
      SELECT md5('t' || n || '-' || p || '-' || c)::uuid, ${seat}::smallint, ${account}::uuid, ${code}, 'Pse', now() FROM ${each}`);
  }
  await run(sql`
    INSERT INTO settled_code (task_id, number, basis, code, rationale, decided_at)
    SELECT md5('t' || n || '-' || p || '-' || c)::uuid, 1, 'agreement', ${code}, ${words}, now() FROM ${each}`);
  await run(sql`
    INSERT INTO evidence_item (id, municipality_id, assessment_id, kind, class, stance, dated, shows, review)
    SELECT md5('e' || n || '-' || p)::uuid, md5('m' || n)::uuid, md5('a' || n)::uuid, 'observation', 'E2', 'supports', '2028-05-01',
           ${words}, 'accepted'
    FROM ${every}`);
  await run(sql`
    INSERT INTO evidence_item_component (municipality_id, item_id, component_id)
    SELECT md5('m' || n)::uuid, md5('e' || n || '-' || p)::uuid, md5('c' || n || '-' || p || '-1')::uuid FROM ${every}`);
  await run(sql`
    INSERT INTO status_draft (assessment_id, priority_id, rationale)
    SELECT md5('a' || n)::uuid, md5('p' || n || '-' || p)::uuid, ${words} FROM ${every}`);
  await run(sql`ANALYZE`);
  return { planId, coordinatorId: coordinator.id };
}
