import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addComponents, addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addContracts, addPriorities } from '#testing/factories.ts';
import { dueCsv, spreadCsv } from './compare-csv.ts';
import { showComparison } from './compare-page.ts';
import { rebuildTally } from './tally.ts';

const database = useDatabase();
let app: App;
let made: Monitoring;

/** Statuses of the priorities of a contract in a round, in their order. */
async function publish(
  roundId: string,
  priorityIds: readonly string[],
  statuses: readonly ('fully' | 'not')[],
) {
  await app.db
    .insertInto('status')
    .values(
      priorityIds.map((priority_id, index) => ({
        id: randomUUID(),
        key: `status-${randomUUID()}`,
        priority_id,
        round_id: roundId,
        kind: 'assessment' as const,
        status: statuses[index] ?? 'not',
        published_on: '2029-01-10',
      })),
    )
    .execute();
}

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2029-06-01T12:00:00Z'),
  });
  made = await addMonitoring(app.db);
  const round = randomUUID();
  await app.db
    .insertInto('round')
    .values({
      id: round,
      key: 'round-1',
      mandate_id: made.mandate.id,
      codebook_id: made.codebook.id,
      number: 1,
      starts: '2027-09',
      ends: '2028-09',
      published_on: '2029-01-10',
    })
    .execute();
  const [other] = await addContracts(app.db, [
    {
      municipality_id: made.elsewhere.id,
      mandate_id: made.mandate.id,
      priority_count: 1,
      priority_count_is: 'exact',
    },
  ]);
  const elsewhere = await addPriorities(app.db, other?.id ?? '', [{}]);
  await addComponents(app.db, elsewhere[0]?.id ?? '', [{}]);
  const [first, second, third] = made.components;
  // The first priority is in more than one hand, the second in the government's.
  const change = (id: string | undefined, set: { competence: 'national'; due?: string }) =>
    app.db
      .updateTable('component')
      .set(set)
      .where('id', '=', id ?? '')
      .execute();
  await change(first?.id, { competence: 'national', due: '2029-03' });
  await change(third?.id, { competence: 'national', due: '2030-01' });
  await publish(
    round,
    made.priorities.map(({ id }) => id),
    ['not', 'fully'],
  );
  await publish(
    round,
    elsewhere.map(({ id }) => id),
    ['fully'],
  );
  const code = (component: string | undefined, given: string) => ({
    id: randomUUID(),
    key: `code-${randomUUID()}`,
    component_id: component ?? '',
    round_id: round,
    code: given,
  });
  await app.db
    .insertInto('component_code')
    .values([code(first?.id, 'partial'), code(second?.id, 'complete'), code(third?.id, 'initiated')])
    .execute();
  await rebuildTally(app.db);
});

describe('a comparison', () => {
  test('sets a municipality beside the others, without itself among them', async () => {
    const { years, chosen } = await showComparison(app, made.municipality.key, undefined);
    expect(chosen?.key).toBe('round-1');
    expect(years).toMatchObject([
      {
        figures: { denominator: 2, fullyAddressed: { count: 1 } },
        fully: { own: 50, others: { n: 1, least: 100, most: 100 } },
      },
    ]);
  });

  test('goes by competence, as the components of a priority have it', async () => {
    const { byCompetence } = await showComparison(app, made.municipality.key, undefined);
    expect(byCompetence.map(({ key, figures }) => [key, figures.counts.fully, figures.denominator])).toEqual([
      ['shared', 0, 1],
      ['national', 1, 1],
    ]);
    const { byCompetence: ofOther } = await showComparison(app, made.elsewhere.key, undefined);
    expect(ofOther).toMatchObject([{ key: 'own', fully: { own: 100, others: null } }]);
  });

  test('names components whose date has passed, and from mid-term on those at risk', async () => {
    const due = async (now: string) =>
      (await showComparison({ ...app, clock: () => new Date(now) }, made.municipality.key, undefined)).due;
    const early = await due('2029-06-01T12:00:00Z');
    expect(early?.overdue.map(({ code }) => code)).toEqual(['partial']);
    expect(early?.atRisk).toEqual([]);
    expect(early?.isMidTerm).toBe(false);
    const midTerm = await due('2029-07-02T12:00:00Z');
    expect(midTerm?.atRisk.map(({ code }) => code)).toEqual(['initiated']);
    expect(midTerm).toMatchObject({ components: 3, coded: 3 });
  });

  test('can be taken along, with the same figures', async () => {
    const page = await showComparison(app, made.municipality.key, undefined);
    expect(spreadCsv(page).split('\n')[1]).toContain(',round-1,year,round-1,2,1,50.00,1,100.00');
    expect(dueCsv(page, 'en')).toContain('overdue');
  });

  test('of a municipality that there is not, or that was never monitored, says so', async () => {
    await expect(showComparison(app, 'nowhere', undefined)).rejects.toThrow('not-found');
    const bare = await addMonitoring(app.db);
    expect(await showComparison(app, bare.municipality.key, 'round-1')).toMatchObject({
      chosen: null,
      years: [],
      due: null,
    });
  });
});
