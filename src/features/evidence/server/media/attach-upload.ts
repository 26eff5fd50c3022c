import type { Actor } from '#features/accounts/actor.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { FieldFault } from '#forms/form.ts';
import { readSentAhead, uploadField, uploadKinds, writeSentAhead, type UploadKind } from '#forms/uploads.ts';
import type { App } from '#server/app.ts';
import { takeIn, type TakenFile } from '#server/files/take-in.ts';
import { keepTaken, readTaken } from '#server/files/upload-store.ts';

/** A file that a form came with: its bytes are in the store, and `sealFile` makes it known in the form's transaction. */
export interface AttachedFile extends TakenFile {
  name: string;
}

export type Attachment =
  { kind: 'none' } | { kind: 'attached'; file: AttachedFile } | { kind: 'refused'; fault: FieldFault };

/**
 * The file of a form's field (`UploadField.svelte`): sent ahead in pieces, or with the form. Its own sender alone can attach
 * what was sent ahead.
 * @example
 * const attached = await attachUpload(app, actor, data, 'file', 'document');
 * if (attached.kind === 'refused') return { kind: 'refused', faults: [attached.fault] };
 */
export async function attachUpload(
  app: App,
  actor: Actor,
  data: FormData,
  field: string,
  kind: UploadKind,
): Promise<Attachment> {
  const ahead = readSentAhead(data.get(uploadField(field)));
  const file = data.get(field);
  // Without a script, another file can be chosen where one was kept: the newer one counts.
  if (!isChosen(file)) return ahead ? findSentAhead(app, actor, { ...ahead, field, kind }) : { kind: 'none' };
  const taken = await takeIn(app, [new Uint8Array(await file.arrayBuffer())], uploadKinds[kind]);
  if ('refused' in taken) return refused(field, taken.refused);
  return { kind: 'attached', file: { ...taken, name: nameOf(file) } };
}

async function findSentAhead(
  { db }: App,
  actor: Actor,
  { id, field, kind }: { id: string; field: string; kind: UploadKind },
): Promise<Attachment> {
  const found = actor.kind === 'account' ? await readTaken(db, actor.id, id) : undefined;
  if (!found) return refused(field, 'gone');
  if (found.kind !== kind) return refused(field, 'type-not-accepted');
  return { kind: 'attached', file: { ...found.file, name: found.name } };
}

function refused(field: string, why: keyof typeof faults): Attachment {
  return { kind: 'refused', fault: { field, key: faults[why] } };
}

const faults = {
  'too-large': 'file.fault.too-large',
  empty: 'file.fault.empty',
  'type-not-accepted': 'file.fault.type-not-accepted',
  infected: 'file.fault.infected',
  'not-scanned': 'file.fault.not-scanned',
  'broken-image': 'file.fault.broken-image',
  gone: 'file.fault.gone',
} as const;

/** Whether somebody chose a file, if an empty one: a browser sends a nameless one where nobody did. */
export function isChosen(file: FormDataEntryValue | null): file is File {
  return file instanceof File && (file.size > 0 || file.name !== '');
}

function nameOf(file: File): string {
  return sanitised(file.name).replaceAll('\n', ' ').slice(0, 200) || 'file';
}

/**
 * A form as it was sent, with each file that is welcome kept as if it had been sent ahead: where the form is refused for
 * something else, the file need not be chosen again, without a script either.
 * @example runForm(await keepFiles(app, actor, request, { file: 'document' }), schema, …)
 */
export async function keepFiles(
  app: App,
  actor: Actor,
  request: Request,
  fields: Readonly<Record<string, UploadKind>>,
): Promise<Request> {
  const data = await request.formData();
  for (const [field, kind] of Object.entries(fields)) {
    const file = data.get(field);
    if (actor.kind !== 'account' || !(file instanceof File) || file.size === 0) continue;
    const taken = await takeIn(app, [new Uint8Array(await file.arrayBuffer())], uploadKinds[kind]);
    // What is refused is told of with everything else.
    if ('refused' in taken) continue;
    const name = nameOf(file);
    const id = await keepTaken(app.db, { accountId: actor.id, kind, name, file: taken }, app.clock());
    data.delete(field);
    data.set(uploadField(field), writeSentAhead({ id, name }));
  }
  const headers = new Headers(request.headers);
  headers.delete('content-type');
  headers.delete('content-length');
  return new Request(request.url, { method: 'POST', headers, body: data });
}
