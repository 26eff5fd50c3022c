import type { FieldFault } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import { withoutFilesHeader } from '#server/http/site-request.ts';

/** Files that were too large for the front server to take, as faults at their fields: everything else of the form is there. */
export function faultsOfFiles(request: Request, data: FormData): FieldFault[] {
  if (!request.headers.has(withoutFilesHeader)) return [];
  return [...data].flatMap(([field, value]) =>
    value instanceof File && value.name !== '' ? [{ field, key: 'form.fault.file-too-large' } as const] : [],
  );
}

/** The bytes of a file that came with a form; undefined where none was chosen. */
export async function bytesOfFile(data: FormData, field: string): Promise<[Uint8Array] | undefined> {
  const file = data.get(field);
  // A browser sends a nameless, empty file where nobody chose one.
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return undefined;
  return [new Uint8Array(await file.arrayBuffer())];
}

/** What a file that came with a form was called there; '' where none was chosen. */
export function nameOfFile(data: FormData, field: string): string {
  const file = data.get(field);
  return file instanceof File ? sanitised(file.name) : '';
}
