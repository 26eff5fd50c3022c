import { randomUUID } from 'node:crypto';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import { countTry } from './attempts.ts';
import { insertLinkRequest, type LinkRequest } from './link-request-store.ts';
import { sendLink } from './send-link.ts';

/**
 * Takes the wish for a link by mail, or for an account. Nothing is looked up here: the answer, and the time that it takes, say
 * nothing about who has an account.
 * @returns seconds to wait where this address has been asked for too often; 0 where the wish is taken
 */
export async function askForLink(app: App, request: LinkRequest): Promise<number> {
  const seconds = await countTry(app, `link ${request.email}`);
  if (seconds > 0) return seconds;
  const id = randomUUID();
  await inTransaction(app.db, async (tx) => {
    await insertLinkRequest(tx, id, request, app.clock());
    await app.jobs.enqueue(tx, sendLink, { id }, { key: id });
  });
  return 0;
}
