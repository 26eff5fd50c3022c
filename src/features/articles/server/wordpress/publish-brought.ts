import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import { holdDraft, readDraftPictures, updateDraft } from '../draft-store.ts';
import { publishReviewed } from '../publish-article.ts';
import { reviewedOf } from '../review.ts';

/** So many at once: search is brought up to date once for all of them. */
const batch = 100;

/** Makes what was public at the old site public here, as it was brought over. */
export async function publishBrought(app: App, ids: readonly string[], account: string): Promise<number> {
  let published = 0;
  for (let at = 0; at < ids.length; at += batch) {
    await inTransaction(app.db, async (tx) => {
      for (const id of ids.slice(at, at + batch)) {
        const draft = await holdDraft(tx, id);
        if (!draft || draft.articleId !== null) continue;
        const reviewed = reviewedOf(draft, await readDraftPictures(tx, id));
        const now = app.clock();
        await updateDraft(tx, id, {
          reviewed: JSON.stringify(reviewed),
          reviewed_version: draft.contentVersion,
          reviewed_by: account,
          reviewed_at: now,
        });
        const ready = { ...draft, reviewed, reviewedVersion: draft.contentVersion };
        await publishReviewed(tx, ready, { actor: account, now });
        published += 1;
      }
    });
  }
  return published;
}
