import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { rebuildTally } from '#features/monitoring/server/tally.ts';
import { runReports } from '#features/reports/server/run.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase, type Db } from '#server/database/db.ts';
import { migrate } from '#server/database/migrate.ts';
import {
  addContracts,
  addField,
  addMandate,
  addMunicipalities,
  addPriorities,
  addRound,
} from '#testing/factories.ts';

export const reportsTitle = '60 municipalities’ reports, each in two languages, in one job';

export interface ReportsFigure {
  reports: number;
  priorities: number;
  evidence: number;
  bytes: number;
  seconds: number;
  /** Of processors, in all threads of the program: what a busy machine doesn't change much. */
  cpuSeconds: number;
  /** The most memory that the program took, seeding included. */
  memory: number;
  limit: number;
}

const [places, priorities, items] = [60, 40, 3];

/** A round in which every priority has a status with a rationale, evidence and, one in four, a reply. */
async function seed(db: Db): Promise<string> {
  const mandate = await addMandate(db);
  const field = await addField(db);
  const round = await addRound(db, { mandate_id: mandate.id, key: '2019-2020' });
  const municipalities = await addMunicipalities(
    db,
    Array.from({ length: places }, (_, index) => ({ key: `place-${index}`, name: `Bashkia ${index}` })),
  );
  const contracts = await addContracts(
    db,
    municipalities.map(({ id }) => ({ municipality_id: id, mandate_id: mandate.id })),
  );
  for (const { id } of contracts)
    await addPriorities(
      db,
      id,
      Array.from({ length: priorities }, () => ({ field_id: field.id })),
    );
  const words = JSON.stringify({
    sq: 'U ndërtua gjysma e rrjetit; pjesa tjetër pret tenderin e vitit që vjen, siç thotë vendimi i këshillit.',
    en: 'Half of the network was built; the rest waits for next year’s tender, as the council’s decision says.',
  });
  await sql`
    INSERT INTO status (id, key, priority_id, round_id, version, kind, status, rationale, published_on)
    SELECT gen_random_uuid(), 's' || row_number() OVER (), id, ${round.id}, 1, 'assessment',
           (ARRAY['fully', 'partly', 'not', 'no-data'])[1 + position % 4], ${words}, '2020-12-01'
    FROM priority`.execute(db);
  await sql`
    INSERT INTO evidence (id, key, priority_id, round_id, class, stance, dated, title, publisher, sha256)
    SELECT gen_random_uuid(), 'e' || row_number() OVER (), priority.id, ${round.id},
           (ARRAY['E1', 'E2', 'E3'])[n], 'supports', '2020-05-01', ${words}, 'Bashkia', repeat('ab', 32)
    FROM priority CROSS JOIN generate_series(1, ${items}) n`.execute(db);
  await sql`
    INSERT INTO reply (id, key, municipality_id, round_id, priority_id, requested_on, due_on, replied_on, answer)
    SELECT gen_random_uuid(), 'r' || row_number() OVER (), contract.municipality_id, ${round.id}, priority.id,
           '2020-10-01', '2020-10-22', '2020-10-20', ${words}
    FROM priority JOIN contract ON contract.id = priority.contract_id
    WHERE priority.position % 4 = 0`.execute(db);
  await rebuildTally(db);
  await sql`ANALYZE`.execute(db);
  return round.id;
}

/** From the first report to the last, with their data, stored, and their rows in the record. */
export async function measureReports(databaseUrl: string, dataDir: string): Promise<ReportsFigure> {
  await migrate(databaseUrl);
  const app = createApp(
    readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }),
    openDatabase({ url: databaseUrl, preparedStatements: true }),
  );
  try {
    const roundId = await seed(app.db);
    const runId = randomUUID();
    await app.db
      .insertInto('report_run')
      .values({ id: runId, round_id: roundId, asked_at: app.clock() })
      .execute();
    const begun = performance.now();
    const used = process.cpuUsage();
    await runReports(app, runId);
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(used);
    const { rows } = await sql<{ reports: number; bytes: number }>`
      SELECT count(*)::integer AS reports, sum(size_bytes)::integer AS bytes
      FROM monitoring_report_file JOIN file USING (sha256)`.execute(app.db);
    const [{ reports, bytes } = { reports: 0, bytes: 0 }] = rows;
    return {
      reports,
      priorities: places * priorities,
      evidence: places * priorities * items,
      bytes,
      seconds,
      cpuSeconds: (user + system) / 1e6,
      memory: process.resourceUsage().maxRSS * 1024,
      limit: 60,
    };
  } finally {
    await app.close();
  }
}
