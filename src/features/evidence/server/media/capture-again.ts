import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { readDetails } from '../../details.ts';
import { captureStateOf, mayAskAgain, type CaptureState } from '../../media/capture.ts';
import { asksForCapture } from '../../policy.ts';
import { assessmentToSee, holdItemTo, itemToSee } from '../access.ts';
import type { Item } from '../item-store.ts';
import { noteItem } from '../note.ts';
import { askForCapture } from './capture-link.ts';
import { readCapture } from './capture-store.ts';

type Linked = Pick<Item, 'id' | 'municipalityId' | 'kind' | 'url' | 'details'>;

/** How far the copy of the page is that an item leads to; undefined for an item that leads to none. */
export async function showCapture(
  { config }: Pick<App, 'config'>,
  db: Db,
  { id, municipalityId, kind, url, details }: Linked,
): Promise<CaptureState | undefined> {
  if (kind !== 'link' || url === '') return undefined;
  const link = readDetails(kind, details);
  const kept = link?.kind === 'link' ? link.capture : null;
  const noted = await readCapture(db, { municipalityId, itemId: id }, url);
  return captureStateOf({ isOn: config.capturesLinks, kept, noted });
}

/** @throws not-found, or forbidden for those who only read */
export async function itemToCapture(app: App, actor: Actor, assessmentId: string, itemId: string) {
  const item = await itemToSee(app.db, actor, await assessmentToSee(app.db, actor, assessmentId), itemId);
  if (!asksForCapture(actor, item)) throw new DomainError('forbidden', 'another’s evidence');
}

/** Asks once more for the copy of a page that could not be kept, at the wish of who works on the item. */
export async function captureAgain(
  app: App,
  actor: Actor,
  assessmentId: string,
  itemId: string,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  return inTransaction(app.db, async (tx) => {
    const item = await holdItemTo(tx, actor, assessment, itemId, asksForCapture);
    const state = await showCapture(app, tx, item);
    if (!state || item.withdrawnReason !== '') return refused('evidence.fault.closed');
    if (state.kind === 'off') return refused('evidence.capture.off');
    // Kept meanwhile, or asked for by somebody else: what was wished for is so.
    if (!mayAskAgain(state)) return { kind: 'done', value: { id: item.id } };
    await askForCapture(app, tx, { municipalityId: item.municipalityId, itemId: item.id }, item.url);
    await noteItem(tx, { actor, action: 'ask-for-copy', before: item, after: item, requestId });
    return { kind: 'done', value: { id: item.id } };
  });
}

function refused(key: FieldFault['key']): Outcome<never> {
  return { kind: 'refused', faults: [{ field: 'capture', key }] };
}
