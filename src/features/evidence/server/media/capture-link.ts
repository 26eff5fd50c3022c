import { z } from 'zod';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { sealFile } from '#server/files/record-file.ts';
import { fetchPublic, type PublicLimits } from '#server/http/fetch-public.ts';
import { defineJob } from '#server/jobs/job.ts';
import { mostTries } from '../../media/capture.ts';
import { askCapture, noteFailure, readUncaptured, writeCapture, type ItemKey } from './capture-store.ts';
import { titleOf } from './page-title.ts';

const name = 'evidence.capture';
const pages: readonly string[] = ['text/html', 'application/xhtml+xml', 'text/plain'];
const limits: PublicLimits = {
  mostBytes: 5_000_000,
  mostTime: 30_000,
  accept: [...pages, 'application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
};

/** Keeps a copy of a page that evidence leads to, sealed: what it said is known when it is changed or gone. */
export const captureLink = defineJob({
  name,
  schema: z.object({ municipalityId: z.uuid(), itemId: z.uuid() }),
  retry: { limit: mostTries - 1, delay: 300, longest: 6 * 3600 },
  run: (app, item) => capture(app, item),
});

/** Asks for the copy, in the transaction of the item: nothing where the operator has it off. Asked again, it is tried anew. */
export async function askForCapture(app: App, tx: Tx, item: ItemKey, url: string): Promise<void> {
  if (!app.config.capturesLinks) return;
  const asked = await askCapture(tx, item, url, app.clock());
  await app.jobs.enqueue(tx, captureLink, item, {
    key: `${item.municipalityId}/${item.itemId}/${url}/${asked}`,
  });
}

/** @throws where the page may be there later, so that the job is tried again */
export async function capture(app: App, item: ItemKey, mayAsk?: PublicLimits['mayAsk']): Promise<void> {
  const found = app.config.capturesLinks ? await readUncaptured(app.db, item) : undefined;
  if (!found) return;
  const fetched = await fetchPublic(found.url, { ...limits, ...(mayAsk ? { mayAsk } : {}) });
  if (fetched.kind !== 'fetched') {
    const { why } = fetched;
    const isFinal = fetched.kind === 'refused';
    await noteFailure(app.db, item, { url: found.url, why, isFinal, at: app.clock() });
    app.log.info({ itemId: item.itemId, why }, 'no copy of a page can be kept');
    if (isFinal) return;
    throw new Error(`the page does not answer: ${why}`);
  }
  const { bytes, mediaType, charset } = fetched;
  const stored = await app.files.write([bytes], limits.mostBytes);
  if (!stored) return;
  const { sha256, size } = stored;
  const title = mediaType === 'text/html' ? titleOf(bytes, charset) : '';
  const told = { title, at: app.clock().toISOString(), sha256, name: nameOf(fetched.url, mediaType) };
  await inTransaction(app.db, async (tx) => {
    await sealFile(tx, { original: { sha256, size, mediaType }, publicCopy: undefined });
    if (!(await writeCapture(tx, item, found.url, told))) return;
    // Of a private item nothing is told but that there is one, to those who see it.
    if (found.visibility === 'private') return;
    await recordAudit(tx, {
      actor: name,
      action: 'capture',
      subject: { kind: 'evidence-item', id: item.itemId },
      municipalityId: item.municipalityId,
      after: { sha256, size },
    });
  });
}

const endings: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

function nameOf(url: string, mediaType: string): string {
  return `${new URL(url).hostname.slice(0, 150)}.${endings[mediaType] ?? 'html'}`;
}
