import { isMessageKey, type Translate } from '#i18n/translate.ts';
import type { Fault } from '#server/datapackage/fault.ts';

/** One fault of a package in one line: `statuses.csv, row 7, column round, "2019": expected …`. */
export function faultLine({ file, row, column, value, expected }: Fault, t: Translate): string {
  const place = [
    file,
    row === undefined ? undefined : t('package.row', { row }),
    column === undefined ? undefined : t('package.column', { column }),
    value === undefined ? undefined : JSON.stringify(value),
  ].filter((part) => part !== undefined);
  const key = `package.expected.${expected.rule}`;
  return `${place.join(', ')}: ${isMessageKey(key) ? t(key, expected.values) : expected.rule}`;
}
