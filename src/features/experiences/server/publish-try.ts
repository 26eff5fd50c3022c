import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { isEmpty } from '#forms/localised.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { mayPublish, mayReview } from '../policy.ts';
import { getTry, noteTry } from './tries.ts';
import * as store from './try-store.ts';

/** Lets what a municipality says of trying into the record. @throws not-found, forbidden, conflict */
export function publishTry(app: App, actor: Actor, id: string): Promise<{ key: string }> {
  return inTransaction(app.db, async (tx) => {
    const found = await getTry(tx, actor, id);
    await store.holdExperience(tx, found.experienceId);
    const draft = await getTry(tx, actor, id);
    if (!mayPublish(actor, draft)) throw new DomainError('forbidden', 'said by themselves, or no editor');
    if (draft.review !== 'submitted') throw new DomainError('conflict', 'not handed in');
    const said = await store.readPublicTry(tx, draft.experienceId, draft.municipalityId);
    const version = (said?.version ?? 0) + 1;
    const key = `${draft.experienceKey}/${draft.municipalityKey}/${version}`;
    const tryId = idOf('experience_try', key);
    await insertRows(tx, 'experience_try', [
      {
        id: tryId,
        key,
        experience_id: draft.experienceId,
        municipality_id: draft.municipalityId,
        organisation_id: draft.organisationId,
        version,
        state: draft.state,
        outcome: draft.outcome,
        said_on: draft.saidOn,
        statement: draft.statement,
        learned_from_id: draft.learnedFromId,
        reason: isEmpty(draft.reason) ? null : draft.reason,
      },
    ]);
    const updated = await store.updateTry(tx, id, draft.version, { review: 'published', try_id: tryId });
    if (!updated) throw new DomainError('conflict', 'changed meanwhile');
    await citeWork(
      tx,
      {
        key: `work/try/${key}`,
        title: translator(defaultLanguage)('experience.try-source', {
          municipality: draft.municipalityName,
          title: pickText(draft.experienceTitle, defaultLanguage),
        }),
        publisher:
          draft.organisationName === null
            ? draft.municipalityName
            : pickText(draft.organisationName, defaultLanguage),
        publishedOn: dayOf(app.clock()),
      },
      [{ kind: 'experience_try', id: tryId }],
    );
    await noteTry(tx, actor, 'publish', draft, { after: { try: key } });
    await noteRecordChange(tx, { tables: ['experience_try'], municipalityIds: [draft.municipalityId] });
    return { key: draft.experienceKey };
  });
}

/** What is said, for someone who decides on it. @throws not-found, forbidden */
export async function tryToReview(db: Db, actor: Actor, id: string): Promise<store.TryDraft> {
  const draft = await getTry(db, actor, id);
  if (mayReview(actor, draft.municipalityId)) return draft;
  throw new DomainError('forbidden', 'no editor there');
}

/** Gives it back, with what is to be done. @throws not-found, forbidden, conflict */
export async function returnTry(app: App, actor: Actor, id: string, words: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const draft = await tryToReview(tx, actor, id);
    if (draft.review !== 'submitted') throw new DomainError('conflict', 'not handed in');
    const columns = { review: 'returned' as const, review_note: words };
    if (!(await store.updateTry(tx, id, draft.version, columns)))
      throw new DomainError('conflict', 'changed meanwhile');
    await noteTry(tx, actor, 'return', draft, { reason: words });
  });
}
