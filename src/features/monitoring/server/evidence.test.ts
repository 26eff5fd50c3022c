import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { addRound } from '#testing/factories.ts';
import { addMonitoring } from '#testing/factories-monitoring.ts';
import { readEvidence } from './store.ts';

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
    (await readEvidence(db, priorityId)).map(({ key, components }) => [key, components]);
  expect(await found(first?.id)).toEqual([
    ['both', [2]],
    ['one', [1]],
  ]);
  expect(await found(second?.id)).toEqual([['both', [1]]]);
});

test('a copy is offered as long as everyone may have it', async () => {
  const { db } = database();
  const at = await addMonitoring(db);
  const round = await addRound(db, { mandate_id: at.mandate.id, codebook_id: at.codebook.id });
  const [open, sealed] = ['a'.repeat(64), 'b'.repeat(64)];
  await db
    .insertInto('file')
    .values([open, sealed].map((sha256) => ({ sha256, media_type: 'image/jpeg', size_bytes: 9 })))
    .execute();
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
      })),
    )
    .execute();
  const rows = await readEvidence(db, at.priorities[0]?.id ?? '');
  expect(rows.map(({ copySha256, copyType }) => [copySha256, copyType])).toEqual([
    [open, 'image/jpeg'],
    [null, null],
  ]);
});
