import { publishEvidence } from '#features/evidence/server/publish-evidence.ts';
import { publishReplies } from '#features/replies/server/publish-replies.ts';
import { publishReportTexts } from '#features/reports/server/publish-reports.ts';
import { publishCodes } from '#features/coding/server/publish-coding.ts';
import type { PublicationContext, PublishedRows } from '#features/rounds/publication.ts';
import type { Tx } from '#server/database/db.ts';

/** What one part of the work adds to the record when an assessment is published. */
export type PublishPart = (tx: Tx, context: PublicationContext) => Promise<PublishedRows>;

/** The parts in the order in which they refer to each other's rows: codes name the evidence that they rely on. */
export const publishParts: readonly PublishPart[] = [
  publishEvidence,
  publishCodes,
  publishReplies,
  publishReportTexts,
];
