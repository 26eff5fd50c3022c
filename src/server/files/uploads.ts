import type { App } from '../app.ts';
import { inTransaction } from '../database/db.ts';
import { defineDailyJob } from '../jobs/daily-job.ts';
import { sealFile } from './record-file.ts';
import { takeIn, type FileRefusal, type FileRules } from './take-in.ts';
import * as store from './upload-store.ts';

const day = 24 * 60 * 60 * 1000;
/** Of one person in a day: more than anybody sends by hand. */
const mostUploads = 500;
/** Bytes of one person that wait to become whole. */
const mostWaiting = 100_000_000;

export type Sent =
  | { kind: 'on-its-way'; received: number }
  | { kind: 'taken' }
  /** Its bytes are not those that were announced: it begins again. */
  | { kind: 'broken' }
  | { kind: 'refused'; why: FileRefusal['refused'] };

/** Begins an upload, or goes on with the one of the same file. @returns undefined where someone sends too much */
export async function beginUpload(
  { db, clock }: App,
  announced: store.Announced,
): Promise<{ id: string; received: number } | undefined> {
  const now = clock();
  const { begun, waiting } = await store.countUploads(db, announced.accountId, new Date(now.getTime() - day));
  if (begun >= mostUploads || waiting + announced.size > mostWaiting) return undefined;
  return store.openUpload(db, announced, now);
}

/**
 * Takes the next piece of an upload; with the last one the file is looked at and taken in.
 * @returns undefined where the piece is not the next one: `findUpload` says which is
 */
export async function addToUpload(
  app: App,
  { id, size }: Pick<store.Upload, 'id' | 'size'>,
  piece: { at: number; bytes: Buffer },
): Promise<{ received: number; isWhole: boolean } | undefined> {
  const isNext = await inTransaction(app.db, (tx) => store.addPiece(tx, id, piece.at, piece.bytes));
  const received = piece.at + piece.bytes.length;
  return isNext ? { received, isWhole: received === size } : undefined;
}

/** Takes a file in that has all arrived. Asked twice, it comes to the same. */
export async function finishUpload(app: App, upload: store.Upload, rules: FileRules): Promise<Sent> {
  if (upload.isTaken) return { kind: 'taken' };
  if (upload.received < upload.size) return { kind: 'on-its-way', received: upload.received };
  const taken = await takeIn(app, store.readPieces(app.db, upload.id), rules);
  // A scanner that is away may be back: what has arrived is kept.
  if ('refused' in taken && taken.refused === 'not-scanned') return { kind: 'refused', why: taken.refused };
  if ('refused' in taken || taken.original.sha256 !== upload.announcedSha256) {
    // Another request may have taken it in while its pieces were read.
    if (!(await store.dropUpload(app.db, upload.id))) return { kind: 'taken' };
    return 'refused' in taken ? { kind: 'refused', why: taken.refused } : { kind: 'broken' };
  }
  await inTransaction(app.db, async (tx) => store.markTaken(tx, upload.id, await sealFile(tx, taken)));
  return { kind: 'taken' };
}

/** Forgets, once a day, uploads that nobody has gone on with for two days, and files whose form was not sent in a month. */
export const tidyUploads = defineDailyJob({
  name: 'files.tidy',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: forgetUploads,
});

export async function forgetUploads({ db, clock }: App): Promise<void> {
  const now = clock().getTime();
  await store.dropOldUploads(db, { unfinished: new Date(now - 2 * day), taken: new Date(now - 30 * day) });
}
