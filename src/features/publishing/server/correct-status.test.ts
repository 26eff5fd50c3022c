import { beforeEach, describe, expect, test } from 'vitest';
import { derivationChecks } from '#features/monitoring/server/check-derivations.ts';
import { versionChecks } from '#features/monitoring/server/check-versions.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import type { Monitoring } from '#testing/factories-monitoring.ts';
import { addAssessed } from '#testing/factories-publishing.ts';
import { addContracts, addMandate, addPriorities, addRound, addStatuses } from '#testing/factories.ts';
import { correctStatus, type StatusChange } from './correct-status.ts';
import { publishAssessments } from './publish.ts';

const database = useDatabase();
const now = new Date('2028-11-15T09:00:00Z');
const reason = { sq: 'Rruga ishte shtruar.', en: 'The road was paved.' };
let db: Db;
let at: Monitoring;
let roundId: string;

beforeEach(async () => {
  db = database().db;
  at = await addAssessed(db, 'prepared');
  await inTransaction(db, (tx) => publishAssessments(tx, at.secondEditor, [at.assessment.id], { now }));
  const { round_id } = await db
    .selectFrom('round_plan')
    .select('round_id')
    .where('id', '=', at.plan.id)
    .executeTakeFirstOrThrow();
  roundId = round_id ?? '';
});

function correct(change: Partial<StatusChange> = {}) {
  return inTransaction(db, (tx) =>
    correctStatus(tx, {
      kind: 'correction',
      priorityId: at.priorities[0]?.id ?? '',
      roundId,
      corrects: 1,
      codes: [{ componentId: at.components[0]?.id ?? '', code: 'complete' }],
      beside: {},
      reason,
      day: '2028-12-01',
      actor: at.secondEditor.id,
      ...change,
    }),
  );
}

function versions() {
  return db
    .selectFrom('status')
    .select(['version', 'kind', 'status', 'rationale', 'reason', 'published_on'])
    .where('priority_id', '=', at.priorities[0]?.id ?? '')
    .orderBy('version')
    .execute();
}

async function faults() {
  const client = await database().pool.connect();
  try {
    const found = [];
    for (const check of [...derivationChecks, ...versionChecks]) found.push(...(await check.find(client)));
    return found;
  } finally {
    client.release();
  }
}

describe('a correction', () => {
  test('is the next version, derived again from its codes; the old one stays as it was', async () => {
    const [before] = await versions();
    expect(await correct()).toMatchObject({ kind: 'done', version: 2, status: 'fully' });
    const [first, second] = await versions();
    expect(first).toEqual(before);
    expect(second).toEqual({
      version: 2,
      kind: 'correction',
      status: 'fully',
      rationale: first?.rationale,
      reason,
      published_on: '2028-12-01',
    });
  });

  test('the record keeps its rules: versions follow each other, every status follows from its codes', async () => {
    await correct();
    await correct({ corrects: 2, codes: [{ componentId: at.components[1]?.id ?? '', code: 'partial' }] });
    expect((await versions()).map(({ status }) => status)).toEqual(['partly', 'fully', 'partly']);
    expect(await faults()).toEqual([]);
  });

  test('the counts of the network follow in the same transaction', async () => {
    await correct();
    const tally = await db
      .selectFrom('tally')
      .select(['fully', 'partly', 'not_addressed'])
      .where('round_id', '=', roundId)
      .where('municipality_id', 'is', null)
      .where('field_id', 'is', null)
      .executeTakeFirst();
    expect(tally).toEqual({ fully: 1, partly: 0, not_addressed: 1 });
  });

  test('of two at once, one is told that the other came before', async () => {
    const both = await Promise.all([correct(), correct()]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'outdated']);
    expect(await versions()).toHaveLength(2);
  });

  test('changes what stands beside a status, and leaves its codes', async () => {
    const outcome = await correct({ codes: [], beside: { late: true, blockedBy: 'court' } });
    expect(outcome).toMatchObject({ kind: 'done', status: 'partly' });
  });

  test('that changes nothing is none', async () => {
    expect(await correct({ codes: [{ componentId: at.components[0]?.id ?? '', code: 'partial' }] })).toEqual({
      kind: 'nothing-changes',
    });
    expect(await versions()).toHaveLength(1);
  });

  test('with a code that the codebook does not have is refused', async () => {
    expect(
      await correct({ codes: [{ componentId: at.components[0]?.id ?? '', code: 'brilliant' }] }),
    ).toEqual({
      kind: 'not-derivable',
    });
  });

  test('a code that stays keeps how it came about; one that changes does not', async () => {
    const [first, second] = at.components;
    const came = { basis: 'adjudication' as const, reason: JSON.stringify({ sq: 'Vendim.' }) };
    await db.updateTable('component_code').set(came).where('round_id', '=', roundId).execute();
    await correct({ codes: [{ componentId: first?.id ?? '', code: 'complete' }] });
    const bases = await db
      .selectFrom('component_code')
      .select(['component_id', 'basis'])
      .where('component_id', 'in', [first?.id ?? '', second?.id ?? ''])
      .where('version', '=', 2)
      .execute();
    expect(new Map(bases.map(({ component_id, basis }) => [component_id, basis]))).toEqual(
      new Map([
        [first?.id, null],
        [second?.id, 'adjudication'],
      ]),
    );
  });

  test('a decided dispute is a version of its own kind', async () => {
    await correct({ kind: 'dispute' });
    expect((await versions()).at(-1)?.kind).toBe('dispute');
  });

  test('of what was never published is not found', async () => {
    await expect(correct({ roundId: crypto.randomUUID() })).rejects.toThrow('not-found');
  });
});

test('imported history without codes keeps the status that was published; its words can be corrected', async () => {
  const mandate = await addMandate(db);
  const [contract] = await addContracts(db, [{ mandate_id: mandate.id }]);
  const [priority] = await addPriorities(db, contract?.id ?? '', [{}]);
  const round = await addRound(db, { mandate_id: mandate.id, codebook_id: at.codebook.id });
  const priorityId = priority?.id ?? '';
  await addStatuses(db, [{ priority_id: priorityId, round_id: round.id, status: 'fully' }]);
  const change = { priorityId, roundId: round.id, codes: [], beside: { rationale: { sq: 'Sipas faqes.' } } };
  expect(await correct(change)).toMatchObject({ kind: 'done', status: 'fully' });
});
