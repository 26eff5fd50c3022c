import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { faultsOfFiles } from '#server/forms/files-of-form.ts';
import { carriedRows } from '#server/spreadsheet/carried-rows.ts';
import { readSheetFile } from '#server/spreadsheet/read-sheet.ts';
import type { SheetRows } from '#server/spreadsheet/sheet.ts';
import type { EvidenceSheetOutcome } from './import-items.ts';
import { findSentFiles, takeSentFiles, type SentFiles } from './sent-files.ts';

type Unreadable = Extract<EvidenceSheetOutcome, { kind: 'unreadable' }>;

/**
 * The form that hands a list in: the list, as a file or as the lines that the last look at it carried on, and files that it
 * names. What came with it stays, whatever is wrong with the rest.
 */
export async function readHandedIn(
  app: App,
  actor: Actor,
  request: Request,
): Promise<{ kind: 'read'; rows: SheetRows; sent: SentFiles } | Unreadable> {
  const data = await request.formData();
  const before = carriedRows.safeParse(data.get('rows') ?? '').data;
  const unreadable = ({ files }: SentFiles, why: Unreadable['why']): Unreadable => ({
    kind: 'unreadable',
    why,
    rows: before,
    sent: [...files.values()].map(({ id, name }) => ({ id, name })),
  });
  if (faultsOfFiles(request, data).length > 0)
    return unreadable(await findSentFiles(app, actor, data.getAll('sent')), 'too-much');
  const sent = await takeSentFiles(app, actor, data);
  const file = data.get('file');
  const isChosen = file instanceof File && file.name !== '';
  if (!isChosen && before) return { kind: 'read', rows: before, sent };
  const bytes = Buffer.from(isChosen ? await file.arrayBuffer() : new ArrayBuffer(0));
  const reading = await readSheetFile(bytes);
  return reading.kind === 'read' ? { ...reading, sent } : unreadable(sent, reading.why);
}
