import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { PublicationContext } from '#features/rounds/publication.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addCodes, addEvidenceItem } from '#testing/factories-coding.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addRound } from '#testing/factories.ts';
import { publishedAgreement } from './agreements.ts';
import { publishCodes } from './publish-coding.ts';

const database = useDatabase();
let db: Db;
let at: Monitoring;
let context: PublicationContext;

beforeEach(async () => {
  db = database().db;
  at = await addMonitoring(db, { stage: 'reading' });
  const round = await addRound(db, { mandate_id: at.mandate.id });
  context = {
    assessment: {
      id: at.assessment.id,
      municipalityId: at.municipality.id,
      contractId: at.contract.id,
    },
    municipalityKey: at.municipality.key,
    round: { id: round.id, key: round.key },
    day: '2028-11-15',
    now: new Date('2028-11-15T09:00:00Z'),
    asked: { by: at.secondEditor.id, at: new Date('2028-11-15T09:00:00Z') },
    priorities: at.priorities.map(({ id, key }) => ({
      id,
      key,
      tasks: at.tasks.flatMap((task, index) => {
        const component = at.components[index];
        return component?.priority_id === id
          ? [{ id: task.id, componentId: component.id, componentKey: component.key }]
          : [];
      }),
    })),
  };
});

async function settle(index: number, code: string, more: { number?: number; basis?: 'reply' } = {}) {
  const { number = 1, basis = 'agreement' } = more;
  const words = JSON.stringify({ sq: 'Pse', en: 'Why' });
  await db
    .insertInto('settled_code')
    .values({
      task_id: at.tasks[index]?.id ?? '',
      number,
      basis,
      code,
      rationale: words,
      reason: basis === 'reply' ? words : null,
      decided_by: basis === 'reply' ? at.editor.id : null,
      decided_at: new Date(),
    })
    .execute();
}

const publish = () => inTransaction(db, (tx) => publishCodes(tx, context));

function published() {
  return db
    .selectFrom('component_code')
    .select(['code', 'basis', 'earlier_code', 'version', 'component_id'])
    .where('round_id', '=', context.round.id)
    .execute();
}

test('a component without a code stops the publication of all', async () => {
  await settle(0, 'none');
  await expect(publish()).rejects.toThrow('conflict');
  expect(await published()).toEqual([]);
});

test('the code in force is published; where the reply changed it, with the one before', async () => {
  for (const index of [0, 1, 2]) await settle(index, 'partial');
  await settle(1, 'complete', { number: 2, basis: 'reply' });
  await publish();
  const byComponent = new Map((await published()).map((row) => [row.component_id, row]));
  const [first, second] = at.components.map(({ id }) => byComponent.get(id));
  expect(first).toMatchObject({ code: 'partial', basis: 'agreement', earlier_code: null, version: 1 });
  expect(second).toMatchObject({ code: 'complete', basis: 'reply', earlier_code: 'partial' });
});

test('of the evidence that a code relies on, what is public stands in the record', async () => {
  for (const index of [0, 1, 2]) await settle(index, 'partial');
  const component = at.components[0]?.id ?? '';
  const evidenceId = randomUUID();
  await db
    .insertInto('evidence')
    .values({
      id: evidenceId,
      key: `evidence-${evidenceId}`,
      priority_id: at.priorities[0]?.id ?? '',
      component_id: component,
      round_id: context.round.id,
      class: 'E2',
      stance: 'supports',
      dated: '2028',
      title: JSON.stringify({ sq: 'Foto' }),
    })
    .execute();
  const shown = await addEvidenceItem(db, at, [component], { evidence_id: evidenceId });
  const hidden = await addEvidenceItem(db, at, [component], { visibility: 'private' });
  for (const { id } of [shown, hidden]) {
    await db
      .insertInto('settled_evidence')
      .values({
        task_id: at.tasks[0]?.id ?? '',
        number: 1,
        municipality_id: at.municipality.id,
        item_id: id,
      })
      .execute();
  }
  const { subjects } = await publish();
  const rows = await db.selectFrom('component_code_evidence').selectAll().execute();
  expect(rows.map((row) => row.evidence_id)).toEqual([evidenceId]);
  expect(subjects).toContainEqual({ kind: 'component_code_evidence', id: rows[0]?.id });
});

test('agreement is that of the codes as they were handed in, whatever was decided later, and each publication adds an edition', async () => {
  await addCodes(db, at, at.tasks[0]?.id ?? '', ['none', 'none']);
  await addCodes(db, at, at.tasks[1]?.id ?? '', ['partial', 'complete']);
  await addCodes(db, at, at.tasks[2]?.id ?? '', ['complete', 'complete']);
  for (const index of [0, 1, 2]) await settle(index, 'complete');
  // Of a municipality that is not public yet, nothing counts.
  const other = await addMonitoring(db, { stage: 'settled', round_plan_id: at.plan.id });
  await addCodes(db, other, other.tasks[0]?.id ?? '', ['none', 'complete']);
  await publish();
  const editions = () =>
    db
      .selectFrom('round_agreement')
      .selectAll()
      .where('round_id', '=', context.round.id)
      .orderBy('edition')
      .execute();
  expect(await editions()).toMatchObject([{ edition: 1, units: 3, agreed: 2, computed_on: '2028-11-15' }]);
  const pairs = await db
    .selectFrom('round_agreement_pair')
    .select(['first_code', 'second_code', 'units'])
    .where('first_code', '<>', 'none')
    .orderBy('first_code')
    .execute();
  expect(pairs).toEqual([
    { first_code: 'complete', second_code: 'complete', units: 1 },
    { first_code: 'partial', second_code: 'complete', units: 1 },
  ]);
  // The other municipality of the round follows on another day.
  for (const { id } of other.tasks) {
    await db
      .insertInto('settled_code')
      .values({
        task_id: id,
        number: 1,
        basis: 'agreement',
        code: 'none',
        rationale: JSON.stringify({}),
        decided_at: new Date(),
      })
      .execute();
  }
  await db
    .updateTable('assessment')
    .set({
      stage: 'published',
      prepared_by: at.editor.id,
      published_by: at.secondEditor.id,
      prepared_at: new Date(),
      published_at: new Date(),
    })
    .where('id', '=', at.assessment.id)
    .execute();
  const next: PublicationContext = {
    ...context,
    assessment: { ...context.assessment, id: other.assessment.id },
    priorities: [
      {
        id: '',
        key: '',
        tasks: other.tasks.map((task, index) => ({
          id: task.id,
          componentId: other.components[index]?.id ?? '',
          componentKey: other.components[index]?.key ?? '',
        })),
      },
    ],
  };
  await inTransaction(db, (tx) => publishCodes(tx, next));
  expect(await editions()).toMatchObject([
    { edition: 1, units: 3 },
    { edition: 2, units: 4 },
  ]);
});

test('the public page of the round shows the last edition, with a row for each coder’s code', async () => {
  for (const index of [0, 1, 2]) await settle(index, 'complete');
  await addCodes(db, at, at.tasks[0]?.id ?? '', ['partial', 'complete']);
  await addCodes(db, at, at.tasks[1]?.id ?? '', ['none', 'none']);
  await db
    .updateTable('round')
    .set({ codebook_id: at.codebook.id })
    .where('id', '=', context.round.id)
    .execute();
  const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  expect(await publishedAgreement(app, context.round.id)).toBeUndefined();
  await publish();
  const shown = await publishedAgreement(app, context.round.id);
  expect(shown).toMatchObject({ units: 2, agreed: 1, computedOn: '2028-11-15' });
  expect(await publishedAgreement(app, context.round.id, '2028-11-14')).toBeUndefined();
  expect(await publishedAgreement(app, context.round.id, '2028-11-15')).toEqual(shown);
  // Row: the coder of the monitoring organisation; column: the other.
  const [, , partial] = shown?.cells ?? [];
  expect(partial).toEqual([0, 0, 0, 1, 0, 0]);
});

test('many municipalities published in one transaction make one edition', async () => {
  for (const index of [0, 1, 2]) await settle(index, 'none');
  await inTransaction(db, async (tx) => {
    await publishCodes(tx, context);
    await publishCodes(tx, { ...context, priorities: [] });
  });
  const rows = await db
    .selectFrom('round_agreement')
    .selectAll()
    .where('round_id', '=', context.round.id)
    .execute();
  expect(rows).toHaveLength(1);
});
