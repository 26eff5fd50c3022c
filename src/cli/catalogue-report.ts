import type { Duplicate, ImportReport } from '#features/library/import-report.ts';
import type { Translate } from '#i18n/translate.ts';

function duplicateLine({ row, by, value, ofRow, isLeftOut }: Duplicate, t: Translate): string {
  const what = t(`library.import.by.${by}`, { value });
  const where =
    ofRow === null ? t('library.import.in-catalogue') : t('library.import.of-row', { row: ofRow });
  const done = isLeftOut ? t('library.import.left-out') : t('library.import.taken');
  return t('cli.catalogue.duplicate', { row, what, where, done });
}

/** What came of the import of a catalogue, a line each. */
export function* catalogueLines(report: ImportReport, t: Translate): Generator<string> {
  for (const { row, column, value, key } of report.faults)
    yield t('cli.catalogue.fault', { row, column, value, fault: t(key) });
  for (const duplicate of report.duplicates) yield duplicateLine(duplicate, t);
  const untold = report.faultCount - report.faults.length + report.duplicateCount - report.duplicates.length;
  if (untold > 0) yield t('cli.catalogue.untold', { count: untold });
  for (const column of report.unknownColumns) yield t('cli.catalogue.unknown-column', { column });
  const { rows, added, changed, same, leftOut } = report;
  yield t('library.import.counts', { rows, added, changed, same, leftOut });
  yield t(report.isDryRun ? 'cli.import.planned' : 'cli.import.applied');
}
