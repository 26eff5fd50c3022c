import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { clockOf } from './instant.ts';
import { readItems, readSeats } from './plan-store.ts';
import { freeKey, orNull, type Publication } from './publication.ts';

/** Key and id of a forum in the record. */
export interface PublicForum {
  id: string;
  key: string;
}

/** The event and, beside it, what makes it a forum. */
export async function publishFrame(publication: Publication): Promise<PublicForum> {
  const { tx, plan } = publication;
  if (plan.forumId !== null && plan.forumKey !== null) return { id: plan.forumId, key: plan.forumKey };
  const key = await freeKey(tx, 'event', `${plan.municipalityKey}-${plan.mandate}-forum`);
  const eventId = idOf('event', key);
  const title = (language: 'sq' | 'en') =>
    translator(language)('forum.record.title', { municipality: plan.municipalityName });
  await tx
    .insertInto('event')
    .values({
      id: eventId,
      key,
      kind: 'forum',
      municipality_id: plan.municipalityId,
      mandate_id: plan.mandateId,
      title: JSON.stringify({ sq: title('sq'), en: title('en') }),
      starts: plan.heldOn,
      starts_at: plan.startsAt,
      place: plan.place === '' ? null : JSON.stringify({ [defaultLanguage]: plan.place }),
    })
    .execute();
  publication.added('event', eventId);
  const id = idOf('forum', key);
  await tx
    .insertInto('forum')
    .values({
      id,
      key,
      event_id: eventId,
      moderators: orNull(plan.moderators),
      slot_seconds: plan.slotSeconds,
    })
    .execute();
  publication.added('forum', id);
  // One that has begun already, or is over, stays so.
  const state = plan.state === 'planned' ? 'open' : plan.state;
  await tx.updateTable('forum_plan').set({ forum_id: id, state }).where('id', '=', plan.id).execute();
  return { id, key };
}

/** The order by lot and how it was drawn, once it is. */
export async function publishLot(publication: Publication, forum: PublicForum): Promise<void> {
  const { tx, plan } = publication;
  if (plan.lotMethod === null || plan.lotDrawnAt === null) return;
  const drawn = clockOf(plan.lotDrawnAt);
  const { numUpdatedRows } = await tx
    .updateTable('forum')
    .set({
      lot_method: plan.lotMethod,
      lot_seed: plan.lotSeed,
      lot_drawn_by: plan.lotDrawnBy,
      lot_drawn_on: drawn.day,
      lot_drawn_at: drawn.time,
    })
    .where('id', '=', forum.id)
    .where('lot_method', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  publication.changed.add('forum');
  for (const seat of await readSeats(tx, plan.id)) {
    if (seat.candidateId === null) continue;
    const key = `${forum.key}/${seat.position}`;
    const id = idOf('forum_candidate', key);
    await tx
      .insertInto('forum_candidate')
      .values({ id, key, forum_id: forum.id, candidate_id: seat.candidateId, position: seat.position })
      .execute();
    publication.added('forum_candidate', id);
  }
}

/** The priorities in the words that are put to the candidates. */
export async function publishItems(publication: Publication, forum: PublicForum): Promise<void> {
  const { tx, plan } = publication;
  for (const item of await readItems(tx, plan.id)) {
    if (item.forumPriorityId !== null) continue;
    const key = `${forum.key}/${item.position}`;
    const id = idOf('forum_priority', key);
    await tx
      .insertInto('forum_priority')
      .values({
        id,
        key,
        forum_id: forum.id,
        position: item.position,
        field_id: item.fieldId,
        priority_id: item.priorityId,
        number: item.number,
        heading: item.heading === null ? null : JSON.stringify(item.heading),
        statement: JSON.stringify(item.statement),
      })
      .execute();
    await tx.updateTable('forum_item').set({ forum_priority_id: id }).where('id', '=', item.id).execute();
    publication.added('forum_priority', id);
  }
}
