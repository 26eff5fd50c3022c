import { filesOfEvidence } from '#features/evidence/published-files.ts';
import type { Db } from '#server/database/db.ts';
import { readPublicCopies } from '#server/files/public-copies.ts';
import { readEvidence } from './store.ts';

/** What bears on a priority, each with all its files: a copy is offered as long as everyone may have it. */
export async function evidenceOfPriority(db: Db, priorityId: string) {
  const rows = await readEvidence(db, priorityId);
  const listed = rows.map(({ sha256, copySha256, alt, ...row }) => ({
    row,
    files: filesOfEvidence({ sha256, copySha256, alt, details: row.details }),
  }));
  const copies = await readPublicCopies(
    db,
    listed.flatMap(({ files }) => files.flatMap(({ copySha256 }) => copySha256 ?? [])),
  );
  return listed.map(({ row, files }) => ({
    ...row,
    files: files.map(({ sha256, copySha256, alt }) => ({
      sha256,
      alt,
      copy: copies.get(copySha256 ?? '') ?? null,
    })),
  }));
}
export type EvidenceFile = Awaited<ReturnType<typeof evidenceOfPriority>>[number]['files'][number];
