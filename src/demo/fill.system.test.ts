import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportRecord, importRecord } from '#features/opendata/server/service.ts';
import { useRecordDatabase } from '#features/opendata/server/record.fixture.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { createTestDatabase, useDatabase } from '#testing/database.ts';
import { useFolders } from '#testing/folders.ts';
import { fillDemoOnFirstStart } from './first-start.ts';

const newFolder = useFolders();
const limit = 300_000;

describe('the demonstration, filled at its first start', () => {
  const database = useRecordDatabase('demo');
  const said: string[] = [];
  const rows = async (query: string) => (await database().pool.query(query)).rows;
  let app: App;

  beforeAll(async () => {
    app = createApp(readConfig({ LOG_LEVEL: 'silent', DEMO: '1' }), database());
    await app.jobs.start(app, { jobs: allJobs, works: false });
    await fillDemoOnFirstStart(app, (text) => said.push(text));
  }, limit);

  afterAll(() => app.jobs.stop());

  test('one municipality has gone through two rounds to their publication and is in the next; another waits for its reply', async () => {
    const stages = await rows(`SELECT municipality.key, number, stage FROM assessment
      JOIN round_plan plan ON plan.id = round_plan_id JOIN municipality ON municipality.id = municipality_id
      ORDER BY number, municipality.key`);
    expect(stages).toEqual([
      { key: 'ullimare', number: 2, stage: 'published' },
      { key: 'kreshmire', number: 3, stage: 'reply' },
      { key: 'ullimare', number: 3, stage: 'published' },
      { key: 'ullimare', number: 4, stage: 'coding' },
    ]);
  });

  test.each(['2024-2025', '2025-2026'])(
    'in %s thirty components, their evidence, codes, replies and the agreement are public; of disagreements somebody decided',
    async (round) => {
      const counts = await rows(`WITH own AS (
          SELECT assessment.id, plan.round_id FROM assessment JOIN round_plan plan ON plan.id = round_plan_id
          JOIN municipality ON municipality.id = municipality_id JOIN round ON round.id = plan.round_id
          WHERE round.key = '${round}' AND municipality.key = 'ullimare'),
        ours AS (SELECT priority.id FROM priority JOIN contract ON contract.id = contract_id WHERE contract.key = 'ullimare-2023')
        SELECT
          (SELECT count(*)::int FROM evidence WHERE round_id = own.round_id AND priority_id IN (SELECT id FROM ours)) AS evidence,
          (SELECT count(*)::int FROM component_code code JOIN component ON component.id = component_id
            WHERE code.round_id = own.round_id AND version = 1 AND priority_id IN (SELECT id FROM ours)) AS codes,
          (SELECT count(*)::int FROM settled_code JOIN coding_task task ON task.id = task_id
            WHERE task.assessment_id = own.id AND basis = 'adjudication') AS decided,
          (SELECT count(*)::int FROM reply WHERE round_id = own.round_id AND answer IS NOT NULL
            AND municipality_id = (SELECT id FROM municipality WHERE key = 'ullimare')) AS replies,
          (SELECT units FROM round_agreement WHERE round_id = own.round_id) AS units
        FROM own`);
      expect(counts).toEqual([{ evidence: 120, codes: 30, decided: 8, replies: 3, units: 30 }]);
    },
  );

  test('a code that a reply changed stands in the record beside the one before', async () => {
    expect(
      await rows(`SELECT component.key, code_before, code_after FROM reply_code_change
        JOIN component ON component.id = component_id`),
    ).toEqual([{ key: 'ullimare-2023-13/1', code_before: 'partial', code_after: 'complete' }]);
  });

  test('three statuses changed since the round before', async () => {
    const changed = await rows(`SELECT count(*)::int AS n FROM status AS now
      JOIN round ON round.id = now.round_id AND round.key = '2025-2026'
      JOIN status AS before ON before.priority_id = now.priority_id AND before.version = 1
      JOIN round AS earlier ON earlier.id = before.round_id AND earlier.key = '2024-2025'
      WHERE now.version = 1 AND now.status <> before.status`);
    expect(changed).toEqual([{ n: 3 }]);
  });

  test('one status is corrected, another disputed, and residents say how it is where they live', async () => {
    const versions = await rows(`SELECT priority.key, version, kind FROM status
      JOIN priority ON priority.id = priority_id JOIN round ON round.id = round_id
      WHERE round.key = '2025-2026' AND version > 1`);
    expect(versions).toEqual([{ key: 'ullimare-2023-1', version: 2, kind: 'correction' }]);
    const disputes = await rows(`SELECT priority.key FROM dispute JOIN priority ON priority.id = priority_id
      WHERE dispute.key LIKE '%/2025-2026/%' AND NOT EXISTS (SELECT FROM dispute_decision WHERE dispute_id = dispute.id)`);
    expect(disputes).toEqual([{ key: 'ullimare-2023-13' }]);
    expect(await rows('SELECT count(*)::int AS n FROM resident_view')).toEqual([{ n: 24 }]);
  });

  test('in one municipality the public reads twelve sessions and 300 needs', async () => {
    const needs = await rows(`SELECT count(*)::int AS needs, count(DISTINCT event_id)::int AS sessions
      FROM need JOIN mandate ON mandate.id = mandate_id JOIN municipality ON municipality.id = municipality_id
      WHERE mandate.key = '2027-2031' AND municipality.key = 'ullimare'`);
    expect(needs).toEqual([{ needs: 300, sessions: 12 }]);
  });

  test('in the other one a session waits to be recorded, one is to come, needs wait for their review', async () => {
    const sessions = await rows(`SELECT state, held_on < current_date AS past FROM listening_session
      JOIN municipality ON municipality.id = municipality_id WHERE municipality.key = 'kreshmire' ORDER BY held_on`);
    expect(sessions).toEqual([
      { state: 'published', past: true },
      { state: 'held', past: true },
      { state: 'planned', past: true },
      { state: 'planned', past: false },
    ]);
    expect(await rows(`SELECT count(*)::int AS n FROM voiced_need WHERE review = 'open'`)).toEqual([
      { n: 10 },
    ]);
  });

  test('every need of it is in one of 40 candidates or set aside; in the other municipality some wait', async () => {
    const placed = await rows(`SELECT count(*)::int AS needs, count(DISTINCT candidate_id)::int AS candidates,
      count(set_aside_reason)::int AS aside FROM compiled_need
      JOIN municipality ON municipality.id = municipality_id WHERE municipality.key = 'ullimare'`);
    expect(placed).toEqual([{ needs: 300, candidates: 40, aside: 15 }]);
    const waiting = await rows(`SELECT count(*)::int AS n FROM voiced_need
      WHERE (municipality_id, id) NOT IN (SELECT municipality_id, need_id FROM compiled_need)`);
    expect(waiting).toEqual([{ n: 12 }]);
  });

  test('its contract is public: twelve priorities with thirty components; the other waits for approval', async () => {
    const contract = await rows(`SELECT contract.priority_count AS priorities, text_version,
      (SELECT count(*)::int FROM component JOIN priority ON priority.id = priority_id
        WHERE contract_id = contract.id) AS components
      FROM contract JOIN mandate ON mandate.id = mandate_id WHERE mandate.key = '2027-2031'`);
    expect(contract).toEqual([{ priorities: 12, text_version: 2, components: 30 }]);
    expect(await rows(`SELECT state FROM contract_draft ORDER BY state`)).toEqual([
      { state: 'frozen' },
      { state: 'submitted' },
    ]);
  });

  test('four candidates answered every priority at its forum; one question waits for the moderator', async () => {
    expect(
      await rows(
        "SELECT answer, count(*)::int AS n FROM candidate_answer WHERE given_on > '2024-01-01' GROUP BY 1 ORDER BY 1",
      ),
    ).toEqual([
      { answer: 'absent', n: 2 },
      { answer: 'agrees', n: 31 },
      { answer: 'declines', n: 4 },
      { answer: 'no-answer', n: 1 },
      { answer: 'reservation', n: 10 },
    ]);
    expect(await rows('SELECT state, count(*)::int AS n FROM asked_question GROUP BY 1 ORDER BY 1')).toEqual([
      { state: 'shown', n: 9 },
      { state: 'waiting', n: 1 },
    ]);
    expect(await rows('SELECT count(*)::int AS n FROM given_reply')).toEqual([{ n: 6 }]);
  });

  test('candidates who stand are the people who signed: nobody is in the record twice', async () => {
    const signatories = await rows(`SELECT DISTINCT person.name FROM signature
      JOIN person ON person.id = person_id
      JOIN election_candidate standing ON standing.person_id = person.id
      JOIN mandate ON mandate.id = standing.mandate_id
      WHERE mandate.key = '2027-2031' ORDER BY person.name`);
    expect(signatories.map(({ name }) => name)).toEqual([
      'Anila Vajrinaj',
      'Besnik Ullastri',
      'Klodian Vajguri',
      'Mimoza Kodervi',
    ]);
    expect(await rows(`SELECT name FROM person GROUP BY name HAVING count(*) > 1`)).toEqual([]);
  });

  test('120 cards and 40 answers to a questionnaire are in; results of cards are public', async () => {
    expect(
      await rows(`SELECT (SELECT count(*)::int FROM card) AS cards,
        (SELECT count(*)::int FROM card_second_entry WHERE settled_at IS NULL) AS unsettled,
        (SELECT count(*)::int FROM questionnaire_answer) AS answers,
        (SELECT count(DISTINCT position)::int FROM issue_score) AS issues`),
    ).toEqual([{ cards: 120, unsettled: 3, answers: 40, issues: 25 }]);
  });

  test('what was done is written down with who did it, and its progress was said', async () => {
    const [{ strangers }] = await rows(`SELECT count(*)::int AS strangers FROM audit_event
      WHERE action IN ('plan', 'record', 'publish', 'enter') AND actor NOT IN (SELECT id::text FROM account)`);
    expect(strangers).toBe(0);
    expect(said.length).toBeGreaterThan(1);
  });

  test('a later start finds the work there, and changes nothing', async () => {
    const [before] = await rows('SELECT version FROM record_version');
    const again: string[] = [];
    await fillDemoOnFirstStart(app, (text) => again.push(text));
    expect(await rows('SELECT version FROM record_version')).toEqual([before]);
    expect(again).toEqual([]);
  });

  test('its record goes out and comes in again, whole', { timeout: limit }, async () => {
    const folder = await newFolder();
    await exportRecord(database().pool, { folder, force: true });
    const other = await createTestDatabase();
    try {
      const outcome = await importRecord(other.pool, { folder, actor: 'test' });
      expect(outcome).toMatchObject({ kind: 'applied' });
      const { rows: needs } = await other.pool.query(
        'SELECT count(*)::int AS n FROM need WHERE spoken_in IS NOT NULL',
      );
      expect(needs).toEqual([{ n: 314 }]);
    } finally {
      await other.drop();
    }
  });
});

describe('elsewhere', () => {
  const database = useDatabase();
  const fill = (env: Record<string, string>) =>
    fillDemoOnFirstStart(createApp(readConfig({ LOG_LEVEL: 'silent', ...env }), database()), () => undefined);
  const accounts = async () => (await database().pool.query('SELECT FROM account')).rowCount;

  test('nothing is filled into a real record', async () => {
    await fill({ DEMO: '0' });
    expect(await accounts()).toBe(0);
  });

  test('nothing is filled in where the next mandate came with an import', async () => {
    await database().pool.query(
      `INSERT INTO mandate (id, key, starts, ends) VALUES (gen_random_uuid(), '2027-2031', '2027', '2031')`,
    );
    await fill({ DEMO: '1' });
    expect(await accounts()).toBe(0);
  });
});
