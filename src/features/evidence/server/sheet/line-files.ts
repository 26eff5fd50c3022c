import { uploadKinds } from '#forms/uploads.ts';
import { folded } from '#server/spreadsheet/read-records.ts';
import type { EvidenceKind } from '../../kind.ts';
import { uploadKindOf, type ItemFileIn } from '../take-file.ts';
import type { ColumnFault } from './cells.ts';
import { filesOfCell } from './lists.ts';
import type { SentFiles } from './sent-files.ts';

/** The files that a line names, as an item of its kind takes them. */
export function filesOfLine(
  cell: string,
  kind: EvidenceKind,
  sent: SentFiles,
): { files: ItemFileIn[]; faults: ColumnFault[] } {
  const files: ItemFileIn[] = [];
  const faults: ColumnFault[] = [];
  for (const name of filesOfCell(cell)) {
    const file = sent.files.get(folded(name))?.file;
    const key = file ? whyNot(file, kind) : 'evidence.sheet.not-sent';
    if (key !== undefined) faults.push({ column: 'file', key, values: { name } });
    else if (file) files.push(file);
  }
  return { files, faults };
}

/** What the form of the kind would not have taken. */
function whyNot({ procurement, original }: ItemFileIn, kind: EvidenceKind): ColumnFault['key'] | undefined {
  if (kind === 'procurement') return procurement ? undefined : 'evidence.fault.no-release';
  const { accept, mostBytes } = uploadKinds[uploadKindOf(kind)];
  if (procurement || !accept.some((type) => type === original.mediaType)) return 'evidence.sheet.wrong-file';
  return original.size > mostBytes ? 'file.fault.too-large' : undefined;
}
