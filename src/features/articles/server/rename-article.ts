import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { accountOf, draftToPublish, held } from './access.ts';
import { insertAddress } from './address-store.ts';
import { noteStep } from './review.ts';

const parts = ['article_version', 'article_person', 'article_picture', 'letter_answer'] as const;

async function moveCitations(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('citation').set({ subject_id: to }).where('subject_id', '=', from).execute();
}

/** An id is made from its key, so that it is the same on every installation: both change, of all that belongs to it. */
async function moveParts(tx: Tx, articleId: string, from: string, to: string): Promise<void> {
  for (const table of parts) {
    const rows = await tx
      .selectFrom(table)
      .select(['id', 'key'])
      .where('article_id', '=', articleId)
      .execute();
    for (const row of rows) {
      const key = `${to}${row.key.slice(from.length)}`;
      const id = idOf(table, key);
      await tx.updateTable(table).set({ id, key }).where('id', '=', row.id).execute();
      await moveCitations(tx, row.id, id);
    }
  }
}

/** Gives a public article another address; what it says stays, and the old address leads to it. @throws not-found, forbidden */
export async function renameArticle(app: App, actor: Actor, id: string, key: string): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToPublish(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    const { articleId, articleKey } = draft;
    if (articleId === null || articleKey === null) throw new DomainError('conflict', 'no public article');
    if (articleKey === key) return { kind: 'done', value: null };
    const taken = await tx.selectFrom('article').select('id').where('key', '=', key).executeTakeFirst();
    if (taken) return { kind: 'refused', faults: [{ field: 'key', key: 'article.fault.taken' }] };
    const newId = idOf('article', key);
    await tx.updateTable('article').set({ id: newId, key }).where('id', '=', articleId).execute();
    await moveCitations(tx, articleId, newId);
    await moveParts(tx, newId, articleKey, key);
    await tx
      .updateTable('old_address')
      .set({ key })
      .where('kind', '=', 'article')
      .where('key', '=', articleKey)
      .execute();
    // It answers for itself again.
    await tx.deleteFrom('old_address').where('path', '=', `/news/${key}`).where('host', '=', '').execute();
    await insertAddress(tx, {
      id: randomUUID(),
      host: '',
      path: `/news/${articleKey}`,
      kind: 'article',
      key,
      added_by: account,
      added_at: app.clock(),
    });
    await noteStep(tx, draft, { actor: account, action: 'rename', after: { from: articleKey, to: key } });
    await noteRecordChange(tx, {
      tables: ['article', ...parts],
      ...(draft.municipalityId === null ? {} : { municipalityIds: [draft.municipalityId] }),
    });
    return { kind: 'done', value: null };
  });
}
