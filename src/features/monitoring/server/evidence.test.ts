import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { figureDatasets } from '#features/opendata/server/figure-datasets.ts';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addRound } from '#testing/factories.ts';
import { addMonitoring } from '#testing/factories-monitoring.ts';
import { evidenceOfPriority } from './evidence.ts';

const database = useDatabase();

test('evidence stands with every priority that it bears on, and with no other', async () => {
  const { db } = database();
  const at = await addMonitoring(db);
  const round = await addRound(db, { mandate_id: at.mandate.id, codebook_id: at.codebook.id });
  const [first, second] = at.priorities;
  const evidence = (key: string, component: number) => ({
    id: randomUUID(),
    key,
    priority_id: first?.id ?? '',
    component_id: at.components[component]?.id ?? '',
    round_id: round.id,
    class: 'E2' as const,
    stance: 'supports' as const,
    dated: '2028-03-01',
    title: JSON.stringify({ sq: 'Rruga' }),
  });
  const [both, one] = [evidence('both', 1), evidence('one', 0)];
  await db.insertInto('evidence').values([both, one]).execute();
  await db
    .insertInto('evidence_component')
    .values({
      id: randomUUID(),
      key: 'both/2',
      evidence_id: both.id,
      component_id: at.components[2]?.id ?? '',
    })
    .execute();
  const found = async (priorityId = '') =>
    (await evidenceOfPriority(db, priorityId)).map(({ key, components }) => [key, components]);
  expect(await found(first?.id)).toEqual([
    ['both', [2]],
    ['one', [1]],
  ]);
  expect(await found(second?.id)).toEqual([['both', [1]]]);
});

test('every file of evidence is told, its copy as long as everyone may have it', async () => {
  const { db } = database();
  const at = await addMonitoring(db);
  const round = await addRound(db, { mandate_id: at.mandate.id, codebook_id: at.codebook.id });
  const [open, sealed] = ['a'.repeat(64), 'b'.repeat(64)];
  await db
    .insertInto('file')
    .values([open, sealed].map((sha256) => ({ sha256, media_type: 'image/jpeg', size_bytes: 9 })))
    .execute();
  const more = [
    { sha256: sealed, copy: sealed, alt: { sq: 'E dyta' } },
    { sha256: 'c'.repeat(64), copy: open, alt: {} },
  ];
  await db.insertInto('public_copy').values({ original_sha256: open, copy_sha256: open }).execute();
  await db
    .insertInto('evidence')
    .values(
      [open, sealed].map((sha256) => ({
        id: randomUUID(),
        key: `copy-${sha256[0]}`,
        priority_id: at.priorities[0]?.id ?? '',
        round_id: round.id,
        class: 'E2' as const,
        stance: 'supports' as const,
        dated: '2028-03-01',
        title: JSON.stringify({ sq: 'Rruga' }),
        sha256,
        copy_sha256: sha256,
        details: sha256 === open ? JSON.stringify({ place: '', more }) : null,
      })),
    )
    .execute();
  const rows = await evidenceOfPriority(db, at.priorities[0]?.id ?? '');
  expect(rows.map(({ files }) => files)).toEqual([
    [
      { sha256: open, alt: {}, copy: { sha256: open, mediaType: 'image/jpeg', size: 9 } },
      { sha256: sealed, alt: { sq: 'E dyta' }, copy: null },
      { sha256: 'c'.repeat(64), alt: {}, copy: { sha256: open, mediaType: 'image/jpeg', size: 9 } },
    ],
    [{ sha256: sealed, alt: {}, copy: null }],
  ]);
  const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  const dataset = figureDatasets(app).find(({ name }) => name === 'evidence-files');
  const told: unknown[] = [];
  for await (const some of dataset?.read({ municipality: at.municipality.key }) ?? []) told.push(...some);
  expect(told).toEqual([
    ['copy-a', '1', open, open, 'image/jpeg', '9', null, null],
    ['copy-a', '2', sealed, null, null, null, 'E dyta', null],
    ['copy-a', '3', 'c'.repeat(64), open, 'image/jpeg', '9', null, null],
    ['copy-b', '1', sealed, null, null, null, null, null],
  ]);
  const others: unknown[] = [];
  for await (const some of dataset?.read({ municipality: at.elsewhere.key }) ?? []) others.push(...some);
  expect(others).toEqual([]);
});
