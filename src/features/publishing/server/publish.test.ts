import { beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import type { Monitoring } from '#testing/factories-monitoring.ts';
import { addAssessed } from '#testing/factories-publishing.ts';
import { publishAssessments } from './publish.ts';

const database = useDatabase();
const now = new Date('2028-11-15T09:00:00Z');
let app: App;
let db: Db;
let at: Monitoring;

beforeEach(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  db = app.db;
  at = await addAssessed(db, 'prepared');
});

async function publish(actor = at.secondEditor, ids = [at.assessment.id]) {
  const outcomes = await inTransaction(db, (tx) => publishAssessments(tx, actor, ids, { now }));
  return ids.map((id) => outcomes.get(id));
}

function statuses(of = at) {
  return db
    .selectFrom('status')
    .select(['key', 'priority_id', 'round_id', 'version', 'kind', 'status', 'rationale', 'published_on'])
    .where(
      'priority_id',
      'in',
      of.priorities.map(({ id }) => id),
    )
    .orderBy('key')
    .execute();
}

function versionOfRecord() {
  return db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
}

describe('publishing', () => {
  test('the status of each priority is derived from its codes, with what was written beside', async () => {
    expect(await publish()).toEqual(['published']);
    const rows = await statuses();
    const byPriority = new Map(rows.map((row) => [row.priority_id, row]));
    expect(at.priorities.map(({ id }) => byPriority.get(id)?.status)).toEqual(['partly', 'not']);
    expect(rows[0]).toMatchObject({
      version: 1,
      kind: 'assessment',
      rationale: { sq: 'Pse kështu', en: 'Why so' },
      published_on: '2028-11-15',
    });
  });

  test('codes, the round and the counts come with it, every row with a source', async () => {
    await publish();
    const [first] = await statuses();
    const roundId = first?.round_id ?? '';
    const round = await db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', roundId)
      .executeTakeFirstOrThrow();
    expect(round).toMatchObject({ mandate_id: at.mandate.id, number: 1, published_on: '2028-11-15' });
    const codes = await db.selectFrom('component_code').selectAll().where('round_id', '=', roundId).execute();
    expect(codes.map(({ code }) => code).toSorted()).toEqual(['complete', 'none', 'partial']);
    const tally = await db
      .selectFrom('tally')
      .selectAll()
      .where('round_id', '=', roundId)
      .where('municipality_id', 'is', null)
      .where('field_id', 'is', null)
      .executeTakeFirst();
    expect(tally).toMatchObject({ partly: 1, not_addressed: 1 });
    const cited = await db.selectFrom('citation').select('subject_id').execute();
    const citedIds = new Set(cited.map(({ subject_id }) => subject_id));
    const rows = [...(await db.selectFrom('status').select('id').execute()), ...codes, round];
    expect(rows.filter(({ id }) => !citedIds.has(id))).toEqual([]);
  });

  test('the record changes once', async () => {
    const before = await versionOfRecord();
    await publish();
    expect((await versionOfRecord()).version).toBe(before.version + 1);
  });

  test('asked for again it changes nothing', async () => {
    await publish();
    const before = await versionOfRecord();
    expect(await publish()).toEqual(['published-before']);
    expect(await versionOfRecord()).toEqual(before);
    expect(await statuses()).toHaveLength(2);
  });

  test('two who publish at once publish it once', async () => {
    const both = await Promise.all([publish(at.secondEditor), publish(at.coordinator)]);
    expect(new Set(both.flat())).toEqual(new Set(['published', 'published-before']));
    expect(await statuses()).toHaveLength(2);
  });

  test('of two municipalities published at once the round is made once', async () => {
    const other = await addAssessed(db, 'prepared');
    await db
      .updateTable('assessment')
      .set({ round_plan_id: at.plan.id })
      .where('id', '=', other.assessment.id)
      .execute();
    const both = await Promise.all([publish(at.coordinator), publish(at.coordinator, [other.assessment.id])]);
    expect(both).toEqual([['published'], ['published']]);
    const rounds = new Set(
      [...(await statuses()), ...(await statuses(other))].map(({ round_id }) => round_id),
    );
    expect(rounds.size).toBe(1);
  });
});

describe('who may publish', () => {
  test('who prepared it may not, neither by the rule nor by the database', async () => {
    expect(await publish(at.editor)).toEqual(['same-person']);
    expect(await statuses()).toEqual([]);
    const forced = db
      .updateTable('assessment')
      .set({ stage: 'published', published_by: at.editor.id, published_at: now })
      .where('id', '=', at.assessment.id)
      .execute();
    await expect(forced).rejects.toThrow(/check/);
  });

  test('an editor of another municipality, a monitor, a contact and a resident may not', async () => {
    for (const actor of [
      at.editorElsewhere,
      at.monitor,
      at.contact,
      at.facilitator,
      at.resident,
      at.administrator,
    ]) {
      expect(await publish(actor)).toEqual(['not-theirs']);
    }
    expect(await statuses()).toEqual([]);
  });

  test('a coordinator may, in every municipality', async () => {
    expect(await publish(at.coordinator)).toEqual(['published']);
  });
});

describe('what is checked again', () => {
  test('nothing is published while it is frozen there; elsewhere it is', async () => {
    const other = await addAssessed(db, 'prepared');
    const reason = JSON.stringify({ sq: 'Zgjedhje', en: 'Election' });
    await db
      .insertInto('publication_freeze')
      .values({
        id: crypto.randomUUID(),
        municipality_id: at.municipality.id,
        since: '2028-11-01',
        until: '2028-11-15',
        reason,
      })
      .execute();
    expect(await publish(at.coordinator, [at.assessment.id, other.assessment.id])).toEqual([
      'frozen',
      'published',
    ]);
    expect(await statuses()).toEqual([]);
  });

  test('what was taken back meanwhile is not published', async () => {
    await db
      .updateTable('assessment')
      .set({ stage: 'reading', prepared_by: null, prepared_at: null })
      .where('id', '=', at.assessment.id)
      .execute();
    expect(await publish()).toEqual(['not-prepared']);
  });

  test('nothing is published of which a rationale is missing', async () => {
    await db.deleteFrom('status_draft').where('assessment_id', '=', at.assessment.id).execute();
    expect(await publish()).toEqual(['incomplete']);
  });

  test('where a part fails, nothing of it is public', async () => {
    const failing = inTransaction(db, (tx) =>
      publishAssessments(tx, at.secondEditor, [at.assessment.id], {
        now,
        parts: [() => Promise.reject(new Error('no evidence'))],
      }),
    );
    await expect(failing).rejects.toThrow('no evidence');
    expect(await statuses()).toEqual([]);
    const kept = await db
      .selectFrom('assessment')
      .select('stage')
      .where('id', '=', at.assessment.id)
      .executeTakeFirstOrThrow();
    expect(kept.stage).toBe('prepared');
  });
});
