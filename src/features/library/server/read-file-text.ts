import { z } from 'zod';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import { defineJob } from '#server/jobs/job.ts';
import { detectLanguage } from '../detect-language.ts';
import * as store from './text-store.ts';

/** Pages of a file that are written at once. */
const atOnce = 200;

/** Reads the text of a published PDF, page by page, so that what stands in it is found. */
export const readFileText = defineJob({
  name: 'library.read-file',
  schema: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  retry: { limit: 3, delay: 60, longest: 3600 },
  run: readTextOf,
});

export async function readTextOf(app: App, { sha256 }: { sha256: string }): Promise<void> {
  const { isPublic, isRead } = await store.readStateOf(app.db, sha256);
  if (!isPublic || isRead || !(await app.files.has(sha256))) return;
  const reading = await app.pdfReader.read(app.files.read(sha256));
  const texts = reading.kind === 'read' ? reading.texts : [];
  const told = {
    sha256,
    state: reading.kind === 'unreadable' ? 'unreadable' : texts.length === 0 ? 'none' : 'read',
    pages: reading.kind === 'read' ? reading.pages : 0,
    language: detectLanguage(texts.map(({ text }) => text).join(' ')) ?? null,
    readAt: app.clock(),
  } as const;
  await inTransaction(app.db, async (tx) => {
    if (!(await store.insertText(tx, told))) return;
    for (let at = 0; at < texts.length; at += atOnce)
      await store.insertPages(tx, sha256, texts.slice(at, at + atOnce));
    await noteRecordChange(tx, { tables: ['publication_file'] });
  });
}
