import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault } from '#forms/form.ts';
import { readSentAhead, type SentAhead } from '#forms/uploads.ts';
import type { App } from '#server/app.ts';
import { keepTaken, readTaken } from '#server/files/upload-store.ts';
import { folded } from '#server/spreadsheet/read-records.ts';
import { readOcdsFile } from '../../ocds.ts';
import { mostSent } from '../../sheet/limits.ts';
import { attachUpload } from '../media/attach-upload.ts';
import { takeRelease, type FileIn, type ItemFileIn } from '../take-file.ts';

export interface FileFault extends Omit<FieldFault, 'field'> {
  name: string;
}

/** The files that came with a list, by their names as lines name them: whoever types one may write capitals as they like. */
export interface SentFiles {
  files: ReadonlyMap<string, SentAhead & { file: ItemFileIn }>;
  faults: readonly FileFault[];
}

export const noFiles: SentFiles = { files: new Map(), faults: [] };

/**
 * Takes the files in that come with a list, each as the form of its item does, and keeps them as if they had been sent ahead:
 * nobody sends one twice while the list is put right.
 * @param data its field `files` has files, `sent` what was kept of them before
 */
export async function takeSentFiles(app: App, actor: Actor, data: FormData): Promise<SentFiles> {
  const before = await findSentFiles(app, actor, data.getAll('sent'));
  const files = new Map(before.files);
  const faults = [...before.faults];
  const names = new Set<string>();
  for (const sent of data.getAll('files')) {
    if (!(sent instanceof File) || sent.name === '') continue;
    const taken = await takeOne(app, actor, sent);
    if (taken.kind === 'none') continue;
    const name = taken.kind === 'attached' ? taken.file.name : sent.name;
    if (taken.kind === 'refused') faults.push({ ...withoutField(taken.fault), name });
    else if (names.has(folded(name))) faults.push({ name, key: 'evidence.sheet.file-twice' });
    else if (files.size >= mostSent)
      faults.push({ name, key: 'evidence.sheet.too-many-files', values: { most: mostSent } });
    else files.set(folded(name), { ...(await keep(app, actor, taken.file)), file: taken.file });
    names.add(folded(name));
  }
  return { files, faults };
}

function withoutField({ key, values }: FieldFault): Omit<FieldFault, 'field'> {
  return values ? { key, values } : { key };
}

/** What is public data by its name is read as such; all else as a document, which a photograph is too. */
async function takeOne(app: App, actor: Actor, sent: File): Promise<FileIn> {
  if (/\.json$/i.test(sent.name)) return takeRelease(app, sent);
  const one = new FormData();
  one.set('file', sent);
  return attachUpload(app, actor, one, 'file', 'document');
}

async function keep(app: App, actor: Actor, file: ItemFileIn): Promise<SentAhead> {
  if (actor.kind !== 'account') throw new Error('a list is handed in by somebody who is signed in');
  const { name } = file;
  const kind = file.procurement ? 'release' : 'document';
  return { id: await keepTaken(app.db, { accountId: actor.id, kind, name, file }, app.clock()), name };
}

/** The files of a list that were taken in before, for the person who sent them alone. */
export async function findSentFiles(app: App, actor: Actor, sent: readonly unknown[]): Promise<SentFiles> {
  const files = new Map<string, SentAhead & { file: ItemFileIn }>();
  const faults: FileFault[] = [];
  for (const ahead of sent.slice(0, mostSent).map(readSentAhead)) {
    if (!ahead) continue;
    const file = await findOne(app, actor, ahead.id);
    if (file) files.set(folded(file.name), { id: ahead.id, name: file.name, file });
    else faults.push({ name: ahead.name, key: 'file.fault.gone' });
  }
  return { files, faults };
}

async function findOne(app: App, actor: Actor, id: string): Promise<ItemFileIn | undefined> {
  const found = actor.kind === 'account' ? await readTaken(app.db, actor.id, id) : undefined;
  if (!found) return undefined;
  const file = { ...found.file, name: found.name };
  if (found.kind !== 'release') return file;
  const reading = readOcdsFile(await bytesOf(app, file.original.sha256));
  return reading.kind === 'refused' ? undefined : { ...file, procurement: reading.facts };
}

async function bytesOf(app: Pick<App, 'files'>, sha256: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of app.files.read(sha256)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
