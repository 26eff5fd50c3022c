import type { Actor } from '#features/accounts/actor.ts';
import { isBefore, takesEvidence } from '#features/rounds/stage.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { readDetails } from '../details.ts';
import {
  asksForCapture,
  changesItem,
  gathersIn,
  opensItem,
  preparesCopy,
  reviewsItem,
  worksWithEvidence,
} from '../policy.ts';
import type { ItemFilter } from '../schema.ts';
import { stateOf } from '../state.ts';
import { assessmentToSee, itemToSee } from './access.ts';
import { readAssessments, readComponents, readNames } from './assessment-store.ts';
import { countItems, readFiles, readItems, type Item, type ItemFile } from './item-store.ts';
import { showCapture } from './media/capture-again.ts';
import { findDuplicates } from './media/duplicates.ts';
import { readerOf } from './reader.ts';

const pageSize = 50;

/** Where someone works with evidence, and how much of it they see. @throws forbidden to whom none of it is open */
export async function listAssessments(app: App, actor: Actor) {
  if (!worksWithEvidence(actor)) throw new DomainError('forbidden', 'evidence');
  const reader = readerOf(actor);
  const assessments = await readAssessments(app.db, reader);
  const counts = await countItems(
    app.db,
    reader,
    assessments.map(({ id }) => id),
  );
  const byId = new Map(counts.map(({ assessmentId, items, open }) => [assessmentId, { items, open }]));
  return assessments.map((assessment) => ({
    ...assessment,
    ...(byId.get(assessment.id) ?? { items: 0, open: 0 }),
    mayAdd: gathersIn(actor, assessment.municipalityId) && takesEvidence(assessment.stage),
  }));
}
export type ListedAssessment = Awaited<ReturnType<typeof listAssessments>>[number];

/** A page of an assessment's evidence, newest first, as far as the actor sees it. @throws not-found */
export async function listItems(app: App, actor: Actor, assessmentId: string, filter: ItemFilter) {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  const components = await readComponents(app.db, assessment.id);
  const inPriority = components.flatMap((one) => (one.priorityId === filter.priority ? [one.id] : []));
  const where = { assessmentId: assessment.id, municipalityId: assessment.municipalityId };
  const rows = await readItems(app.db, readerOf(actor), where, {
    ...filter,
    limit: pageSize + 1,
    ...(filter.priority === undefined ? {} : { componentIds: inPriority }),
  });
  const page = rows.slice(0, pageSize);
  const files = await readFiles(
    app.db,
    where,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    assessment,
    components,
    items: page.map((item) => present(item, files)),
    mayAdd: gathersIn(actor, assessment.municipalityId) && takesEvidence(assessment.stage),
    next: rows.length > pageSize && last ? `${last.dated}_${last.id}` : undefined,
  };
}
export type ListedItem = Awaited<ReturnType<typeof listItems>>['items'][number];

/** An item as pages show it. */
function present(item: Item, files: readonly ItemFile[]) {
  return {
    ...item,
    state: stateOf(item),
    details: readDetails(item.kind, item.details),
    files: files.filter(({ itemId }) => itemId === item.id),
  };
}

/**
 * The evidence of some components, for their coders' page: what was taken back is not among it.
 * @throws not-found
 */
export async function evidenceOfComponents(
  app: App,
  actor: Actor,
  assessmentId: string,
  componentIds: readonly string[],
): Promise<ListedItem[]> {
  const { id, municipalityId } = await assessmentToSee(app.db, actor, assessmentId);
  const where = { assessmentId: id, municipalityId };
  const rows = await readItems(app.db, readerOf(actor), where, { componentIds, limit: 500 });
  const items = rows.filter(({ withdrawnReason }) => withdrawnReason === '');
  const files = await readFiles(
    app.db,
    where,
    items.map((item) => item.id),
  );
  return items.map((item) => present(item, files));
}

/** An item with its files, and what the actor may do with it. @throws not-found */
export async function showItem(app: App, actor: Actor, assessmentId: string, itemId: string) {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  const item = await itemToSee(app.db, actor, assessment, itemId);
  const where = { assessmentId: assessment.id, municipalityId: assessment.municipalityId };
  const [components, files, readers, capture] = await Promise.all([
    readComponents(app.db, assessment.id),
    readFiles(app.db, where, [item.id]),
    readNames(app.db, item.readerIds),
    showCapture(app, app.db, item),
  ]);
  const originals = files.map(({ original }) => original);
  const isOpen = takesEvidence(assessment.stage) && item.withdrawnReason === '';
  return {
    assessment,
    item: present(item, files),
    components: components.filter(({ id }) => item.componentIds.includes(id)),
    readers,
    duplicates: await findDuplicates(app.db, actor, { itemId: item.id, originals }),
    capture,
    mayCapture: item.withdrawnReason === '' && asksForCapture(actor, item),
    mayPrepare:
      item.withdrawnReason === '' && isBefore(assessment.stage, 'prepared') && preparesCopy(actor, item),
    mayChange: isOpen && changesItem(actor, item),
    mayOpen: opensItem(actor, item),
    mayReview:
      item.withdrawnReason === '' && isBefore(assessment.stage, 'prepared') && reviewsItem(actor, item),
  };
}
export type ShownItem = Awaited<ReturnType<typeof showItem>>;

/**
 * A file of an item for those who see the item: the cleaned copy where there is one, else the original.
 * @throws not-found
 */
export async function readItemFile(
  app: App,
  actor: Actor,
  assessmentId: string,
  itemId: string,
  position: string,
) {
  const { item } = await showItem(app, actor, assessmentId, itemId);
  const file = item.files.find((one) => String(one.position) === position);
  const sha256 = file?.copy ?? file?.original;
  if (!file || !sha256 || !(await app.files.has(sha256))) throw notFound(`file ${position} of ${itemId}`);
  const row = await app.db
    .selectFrom('file')
    .select(['media_type as mediaType', 'size_bytes as size'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row) throw notFound(`file ${sha256}`);
  return { ...row, name: file.name, bytes: app.files.read(sha256) };
}
