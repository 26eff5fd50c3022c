import { expect, test } from 'vitest';
import type { PublicationContext } from '#features/rounds/publication.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { readDetails } from '../details.ts';
import { useDatabase } from '#testing/database.ts';
import { addRound } from '#testing/factories.ts';
import { addEvidenceFile, addEvidenceItems } from '#testing/factories-evidence.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { publishEvidence } from './publish-evidence.ts';

const database = useDatabase();

async function contextOf(db: Db, at: Monitoring): Promise<PublicationContext> {
  const round = await addRound(db, { mandate_id: at.mandate.id, codebook_id: at.codebook.id });
  return {
    assessment: { id: at.assessment.id, municipalityId: at.municipality.id, contractId: at.contract.id },
    municipalityKey: at.municipality.key,
    round: { id: round.id, key: round.key },
    day: '2028-11-15',
    now: new Date('2028-11-15T08:00:00Z'),
    asked: { by: at.secondEditor.id, at: new Date('2028-11-15T08:00:00Z') },
    priorities: at.priorities.map(({ id, key }) => ({
      id,
      key,
      tasks: at.components.flatMap((component, index) =>
        component.priority_id === id
          ? [{ id: at.tasks[index]?.id ?? '', componentId: component.id, componentKey: component.key }]
          : [],
      ),
    })),
  };
}

const publish = (db: Db, context: PublicationContext) =>
  inTransaction(db, (tx) => publishEvidence(tx, context));
const published = (db: Db, { round }: PublicationContext) =>
  db.selectFrom('evidence').selectAll().where('round_id', '=', round.id).orderBy('key').execute();

test('what an editor accepted is published, also where it contradicts', async () => {
  const { db } = database();
  const at = await addMonitoring(db, { stage: 'settled' });
  const context = await contextOf(db, at);
  const accepted = { review: 'accepted' } as const;
  const items = await addEvidenceItems(db, at, [
    accepted,
    { ...accepted, stance: 'contradicts', class: 'E4', publisher: 'Banorë' },
    { ...accepted, components: [2] },
  ]);
  const rows = await publish(db, context);
  const [first, second] = at.priorities;
  const found = await published(db, context);
  expect(found.map(({ key, stance }) => `${key} ${stance}`).toSorted()).toEqual(
    [
      `${first?.key}/${context.round.key}/1 supports`,
      `${first?.key}/${context.round.key}/2 contradicts`,
      `${second?.key}/${context.round.key}/1 supports`,
    ].toSorted(),
  );
  expect(rows.tables).toEqual(['evidence']);
  expect(rows.subjects.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
  const contradicting = found.find(({ stance }) => stance === 'contradicts');
  expect(contradicting).toMatchObject({
    component_id: at.components[0]?.id,
    class: 'E4',
    publisher: 'Banorë',
    title: { sq: 'Rruga është shtruar', en: 'The road is paved' },
    binding_language: 'sq',
  });
  expect(readDetails('observation', contradicting?.details)).toMatchObject({ place: 'Lagjja 3' });
  const linked = await db.selectFrom('evidence_item').select(['id', 'evidence_id']).execute();
  expect(linked.every(({ evidence_id }) => evidence_id !== null)).toBe(true);
  expect(linked).toHaveLength(items.length);
});

test('nothing that is private, not reviewed, withheld or taken back is published', async () => {
  const { db } = database();
  const at = await addMonitoring(db, { stage: 'settled' });
  const context = await contextOf(db, at);
  const items = await addEvidenceItems(db, at, [
    { visibility: 'private', review: 'accepted' },
    {},
    { review: 'withheld', review_note: 'shows a child' },
    { review: 'accepted', withdrawn_reason: 'of another street' },
  ]);
  for (const [index, item] of items.entries()) await addEvidenceFile(db, item, { name: `secret ${index}` });
  expect(await publish(db, context)).toEqual({ tables: [], subjects: [] });
  const sealed = await db.selectFrom('public_copy').select('copy_sha256').execute();
  expect([await published(db, context), sealed]).toEqual([[], []]);
});

test('an item bears on all its components, also those of another priority, in the contract’s order', async () => {
  const { db } = database();
  const at = await addMonitoring(db, { stage: 'settled' });
  const context = await contextOf(db, at);
  await addEvidenceItems(db, at, [{ review: 'accepted', components: [2, 1] }]);
  const { tables, subjects } = await publish(db, context);
  expect([tables, subjects.length]).toEqual([['evidence', 'evidence_component'], 2]);
  const row = await db
    .selectFrom('evidence')
    .innerJoin('evidence_component', 'evidence_component.evidence_id', 'evidence.id')
    .select(['evidence.component_id as first', 'evidence_component.component_id as further'])
    .where('evidence.round_id', '=', context.round.id)
    .executeTakeFirst();
  expect(row).toEqual({ first: at.components[1]?.id, further: at.components[2]?.id });
});

test('everyone may have the copies of what is published, the originals stay sealed', async () => {
  const { db } = database();
  const at = await addMonitoring(db, { stage: 'settled' });
  const context = await contextOf(db, at);
  const [item] = await addEvidenceItems(db, at, [{ review: 'accepted' }]);
  if (!item) throw new Error('one was asked for');
  const photo = await addEvidenceFile(db, item, { name: 'photo' });
  const more = await addEvidenceFile(db, item, { name: 'sealed scan', hasCopy: false });
  // The same original was shown elsewhere before, in another copy.
  const other = await addEvidenceFile(db, item, { name: 'shown before' });
  await db
    .insertInto('public_copy')
    .values({ original_sha256: other.original, copy_sha256: photo.copy ?? '' })
    .execute();
  await publish(db, context);
  const [row] = await published(db, context);
  expect(row).toMatchObject({ sha256: photo.original, copy_sha256: photo.copy, alt: { sq: 'photo' } });
  expect(row?.details).toMatchObject({
    more: [
      { sha256: more.original, copy: null },
      { sha256: other.original, copy: other.copy },
    ],
  });
  const open = await db.selectFrom('public_copy').select('copy_sha256 as sha256').execute();
  expect(new Set(open.map(({ sha256 }) => sha256))).toEqual(new Set([photo.copy, other.copy]));
});

test('publishing twice adds nothing', async () => {
  const { db } = database();
  const at = await addMonitoring(db, { stage: 'settled' });
  const context = await contextOf(db, at);
  await addEvidenceItems(db, at, [{ review: 'accepted' }]);
  await publish(db, context);
  expect(await publish(db, context)).toEqual({ tables: [], subjects: [] });
  // What is accepted afterwards takes the next number.
  await addEvidenceItems(db, at, [{ review: 'accepted' }]);
  await publish(db, context);
  const keys = (await published(db, context)).map(({ key }) => key);
  expect(keys.map((key) => key.split('/').at(-1))).toEqual(['1', '2']);
});
