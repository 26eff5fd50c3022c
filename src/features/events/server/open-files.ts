import type { Tx } from '#server/database/db.ts';
import { openCopies } from '#server/files/open-copies.ts';

/** Lets everyone have the logos, pictures and documents of a plan that are to be seen. */
export async function openFiles(tx: Tx, planId: string): Promise<void> {
  const rows = [
    ...(await tx
      .selectFrom('event_plan_party')
      .select(['logo_original_sha256 as original', 'logo_sha256 as copy'])
      .where('plan_id', '=', planId)
      .execute()),
    ...(await tx
      .selectFrom('event_plan_person')
      .select(['photo_original_sha256 as original', 'photo_sha256 as copy'])
      .where('plan_id', '=', planId)
      .execute()),
    ...(await tx
      .selectFrom('event_plan_document')
      .select(['original_sha256 as original', 'copy_sha256 as copy'])
      .where('plan_id', '=', planId)
      .where('shown', '=', true)
      .execute()),
  ];
  await openCopies(
    tx,
    rows.flatMap(({ original, copy }) =>
      original !== null && copy !== null ? [{ originalSha256: original, copySha256: copy }] : [],
    ),
  );
}
