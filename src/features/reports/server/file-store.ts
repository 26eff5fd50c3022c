import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { Language } from '#i18n/languages.ts';

/** The files of editions; isHere: whether this installation has the bytes, and not only their SHA-256. */
export function readFilesOf(db: Db, reportIds: readonly string[]) {
  return db
    .selectFrom('monitoring_report_file as made')
    .select((eb) => [
      'made.report_id as reportId',
      'made.language',
      'made.sha256',
      'made.data_sha256 as dataSha256',
      eb
        .exists(
          eb.selectFrom('public_copy').select('copy_sha256').whereRef('copy_sha256', '=', 'made.sha256'),
        )
        .as('isHere'),
    ])
    .where(anyOf('made.report_id', reportIds))
    .orderBy('made.language', 'desc')
    .execute();
}

/** Adds the PDFs of an edition. @returns their ids */
export async function insertFiles(
  tx: Tx,
  report: { id: string; key: string },
  dataSha256: string,
  made: readonly { language: Language; sha256: string }[],
): Promise<string[]> {
  const rows = made.map(({ language, sha256 }) => {
    const key = `${report.key}/${language}`;
    return {
      id: idOf('monitoring_report_file', key),
      key,
      report_id: report.id,
      language,
      sha256,
      data_sha256: dataSha256,
    };
  });
  await tx.insertInto('monitoring_report_file').values(rows).execute();
  return rows.map(({ id }) => id);
}
