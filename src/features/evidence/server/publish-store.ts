import { sql } from 'kysely';
import type { PublicationContext } from '#features/rounds/publication.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Tx } from '#server/database/db.ts';

/** What may be shown: public, accepted by an editor, not taken back, and not published before. In the order of its dates. */
export function holdPublishable(tx: Tx, municipalityId: string, assessmentId: string) {
  return tx
    .selectFrom('evidence_item')
    .select(['id', 'kind', 'class', 'stance', 'dated', 'shows', 'publisher', 'url', 'details'])
    .select('binding_language as bindingLanguage')
    .where('municipality_id', '=', municipalityId)
    .where('assessment_id', '=', assessmentId)
    .where('visibility', '=', 'public')
    .where('review', '=', 'accepted')
    .where('withdrawn_reason', '=', '')
    .where('evidence_id', 'is', null)
    .orderBy('dated')
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute();
}
export type PublishableItem = Awaited<ReturnType<typeof holdPublishable>>[number];

type Ids = readonly { id: string }[];
const idsOf = (rows: Ids) => rows.map(({ id }) => id);

export async function readItemComponents(tx: Tx, municipalityId: string, items: Ids) {
  const rows = await tx
    .selectFrom('evidence_item_component')
    .select(['item_id as itemId', 'component_id as componentId'])
    .where('municipality_id', '=', municipalityId)
    .where(anyOf('item_id', idsOf(items)))
    .execute();
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  return new Map([...byItem].map(([id, list]) => [id, list.map(({ componentId }) => componentId)]));
}

export async function readItemFiles(tx: Tx, municipalityId: string, items: Ids) {
  const rows = await tx
    .selectFrom('evidence_file')
    .select(['item_id as itemId', 'original_sha256 as original', 'copy_sha256 as copy', 'name', 'alt'])
    .where('municipality_id', '=', municipalityId)
    .where(anyOf('item_id', idsOf(items)))
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, ({ itemId }) => itemId);
}
type ItemFile = Awaited<ReturnType<typeof readItemFiles>> extends Map<string, (infer File)[]> ? File : never;

/** How many pieces of evidence the record has for each priority in a round. */
export function readPublished(tx: Tx, roundId: string, priorities: PublicationContext['priorities']) {
  return tx
    .selectFrom('evidence')
    .select(['priority_id as priorityId', ({ fn }) => fn.countAll<number>().as('count')])
    .where(anyOf('priority_id', idsOf(priorities)))
    .where('round_id', '=', roundId)
    .groupBy('priority_id')
    .execute();
}

export interface EvidenceRow {
  item: PublishableItem;
  id: string;
  key: string;
  first: { id: string; priority: { id: string } };
  files: readonly ItemFile[];
}

export async function addEvidence(tx: Tx, roundId: string, rows: readonly EvidenceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('evidence')
    .values(
      rows.map(({ item, id, key, first, files: [file, ...more] }) => ({
        id,
        key,
        priority_id: first.priority.id,
        component_id: first.id,
        round_id: roundId,
        class: item.class,
        stance: item.stance,
        dated: item.dated,
        title: JSON.stringify(item.shows),
        binding_language: item.bindingLanguage,
        publisher: item.publisher === '' ? null : item.publisher,
        url: item.url === '' ? null : item.url,
        kind: item.kind,
        details: detailsWith(item.details, more),
        sha256: file?.original ?? null,
        copy_sha256: file?.copy ?? null,
        alt: file && Object.keys(file.alt).length > 0 ? JSON.stringify(file.alt) : null,
      })),
    )
    .execute();
}

/** A row has one file; those after it are told with the details. Names of files, which people chose, are not told. */
function detailsWith(details: PublishableItem['details'], files: readonly ItemFile[]): string {
  if (files.length === 0 || typeof details !== 'object') return JSON.stringify(details);
  const more = files.map(({ original, copy, alt }) => ({ sha256: original, copy, alt }));
  return JSON.stringify({ ...details, more });
}

export async function addFurtherComponents(
  tx: Tx,
  rows: readonly { id: string; key: string; evidence_id: string; component_id: string }[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('evidence_component').values(rows).execute();
}

/** Lets everyone have the copies; originals stay sealed unless somebody allowed them as they are. */
export async function openCopies(tx: Tx, rows: readonly EvidenceRow[]): Promise<void> {
  const copies = rows.flatMap(({ files }) =>
    files.flatMap(({ original, copy }) => (copy === null ? [] : [{ original, copy }])),
  );
  if (copies.length === 0) return;
  await sql`
    INSERT INTO public_copy (original_sha256, copy_sha256)
    SELECT DISTINCT ON (original) original, copy
    FROM unnest(${copies.map(({ original }) => original)}::text[], ${copies.map(({ copy }) => copy)}::text[])
      AS given (original, copy)
    ON CONFLICT DO NOTHING`.execute(tx);
  // Where the same original has another copy already, this one stands for itself: what was blurred here is shown blurred.
  await sql`
    INSERT INTO public_copy (original_sha256, copy_sha256)
    SELECT DISTINCT given.copy, given.copy FROM unnest(${copies.map(({ copy }) => copy)}::text[]) AS given (copy)
    WHERE NOT EXISTS (SELECT FROM public_copy WHERE copy_sha256 = given.copy)
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function markPublished(
  tx: Tx,
  municipalityId: string,
  rows: readonly { item: { id: string }; id: string }[],
): Promise<void> {
  await sql`
    UPDATE evidence_item SET evidence_id = given.evidence
    FROM unnest(${rows.map(({ item }) => item.id)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) AS given (item, evidence)
    WHERE municipality_id = ${municipalityId} AND id = given.item`.execute(tx);
}
