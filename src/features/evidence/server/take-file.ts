import type { Actor } from '#features/accounts/actor.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { FieldFault } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { UploadKind } from '#forms/uploads.ts';
import type { App } from '#server/app.ts';
import type { ProcurementFacts } from '../details.ts';
import type { EvidenceKind } from '../kind.ts';
import { readOcdsFile } from '../ocds.ts';
import { attachUpload, isChosen, keepFiles, type AttachedFile } from './media/attach-upload.ts';

/** A file that came with an item: kept, and known to nobody before the item's transaction. */
export interface ItemFileIn extends AttachedFile {
  /** What was read from it, where it is a release of procurement data. */
  procurement?: ProcurementFacts;
}

export type FileIn =
  { kind: 'none' } | { kind: 'attached'; file: ItemFileIn } | { kind: 'refused'; fault: FieldFault };

const releaseType = 'application/json';

/** What the file of an item is sent as. */
export function uploadKindOf(kind: EvidenceKind): UploadKind {
  return kind === 'photo' ? 'photo' : 'document';
}

/** The form with its file kept, so that it need not be chosen again where something else is refused. */
export function keepItemFile(app: App, actor: Actor, request: Request, kind: EvidenceKind): Promise<Request> {
  return kind === 'procurement'
    ? Promise.resolve(request)
    : keepFiles(app, actor, request, { file: uploadKindOf(kind) });
}

/** The file of the form's field `file`, as an item of this kind takes it. */
export async function takeFile(app: App, actor: Actor, data: FormData, kind: EvidenceKind): Promise<FileIn> {
  if (kind !== 'procurement') return attachUpload(app, actor, data, 'file', uploadKindOf(kind));
  const file = data.get('file');
  return isChosen(file) ? takeRelease(app, file) : { kind: 'none' };
}

function refused(fault: Omit<FieldFault, 'field'>): FileIn {
  return { kind: 'refused', fault: { field: 'file', ...fault } };
}

/** A release is public data: its copy is the file as it is. */
export async function takeRelease(app: Pick<App, 'files'>, file: File): Promise<FileIn> {
  if (file.size === 0) return refused({ key: 'file.fault.empty' });
  if (file.size > mostBytes.spreadsheet) return refused({ key: 'file.fault.too-large' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const reading = readOcdsFile(bytes);
  if (reading.kind === 'refused') return refused(reading.fault);
  const stored = await app.files.write([bytes], mostBytes.spreadsheet);
  if (!stored) return refused({ key: 'file.fault.too-large' });
  const original = { sha256: stored.sha256, size: stored.size, mediaType: releaseType };
  const name = sanitised(file.name).replaceAll('\n', ' ').slice(0, 200) || 'release.json';
  const { facts: procurement } = reading;
  return { kind: 'attached', file: { original, publicCopy: original, name, procurement } };
}
