import type { Localised } from '#i18n/languages.ts';
import type { Tx } from '#server/database/db.ts';
import { sealFile } from '#server/files/record-file.ts';
import type { ItemFileIn } from './take-file.ts';
import { addFileRow } from './write-store.ts';

/** Makes a file known as its item's. Both it and its copy are sealed: the public has the copy once the item is published. */
export async function addFile(
  tx: Tx,
  item: { municipalityId: string; id: string; position: number },
  file: ItemFileIn,
  alt: Localised,
): Promise<void> {
  const { original, copy } = await sealFile(tx, file);
  await addFileRow(tx, {
    municipality_id: item.municipalityId,
    item_id: item.id,
    position: item.position,
    original_sha256: original,
    copy_sha256: copy,
    name: file.name,
    alt: JSON.stringify(alt),
  });
}

/** The same for several, one after the other. @param item the place of the first */
export async function addFiles(
  tx: Tx,
  item: { municipalityId: string; id: string; position: number },
  files: readonly ItemFileIn[],
  alt: Localised,
): Promise<void> {
  for (const [index, file] of files.entries())
    await addFile(tx, { ...item, position: item.position + index }, file, alt);
}

export function altOf({ altSq, altEn }: { altSq: string; altEn: string }): Localised {
  return { ...(altSq ? { sq: altSq } : {}), ...(altEn ? { en: altEn } : {}) };
}
