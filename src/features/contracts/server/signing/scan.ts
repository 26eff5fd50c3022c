import { mostBytes } from '#forms/file-limits.ts';
import type { FieldFault } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { recordFile } from '#server/files/record-file.ts';
import { takeIn, type TakenFile } from '#server/files/take-in.ts';
import type { Scan } from './fact-row.ts';

const accept = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** A scanned document as a form sends it; undefined where none was chosen. */
export async function takeScan(
  app: Pick<App, 'files' | 'scanner'>,
  file: FormDataEntryValue | null,
): Promise<{ taken: TakenFile | undefined; faults: FieldFault[] }> {
  if (!(file instanceof File) || file.size === 0) return { taken: undefined, faults: [] };
  const taken = await takeIn(app, [new Uint8Array(await file.arrayBuffer())], {
    accept,
    mostBytes: mostBytes.scan,
  });
  if ('refused' in taken) {
    return { taken: undefined, faults: [{ field: 'scan', key: `scan.fault.${taken.refused}` }] };
  }
  return { taken, faults: [] };
}

/** Makes a scan known, in the transaction of what it belongs to. A PDF has no public copy: what it shows, people decide. */
export async function keepScan(tx: Tx, taken: TakenFile | undefined): Promise<Scan | undefined> {
  if (!taken) return undefined;
  const { original, publicCopy } = await recordFile(tx, taken);
  return { original, publicCopy: publicCopy ?? null };
}
