import { isMessageKey, type Translate } from '#i18n/translate.ts';
import type { Expected, Fault } from '#server/datapackage/fault.ts';

/** One fault of a package in one line: `statuses.csv, row 7, column round, "2019": expected …`. */
export function faultLine({ file, row, key, column, value, expected }: Fault, t: Translate): string {
  const place = [
    file,
    row === undefined ? undefined : t('package.row', { row }),
    key === undefined ? undefined : t('package.row-in-record', { key }),
    column === undefined ? undefined : t('package.column', { column }),
    value === undefined ? undefined : JSON.stringify(value),
  ].filter((part) => part !== undefined);
  return `${place.join(', ')}: ${expectation(expected, t)}`;
}

function expectation({ rule, values }: Expected, t: Translate): string {
  const key = `package.expected.${rule}`;
  // A rule that a later migration brings has no words of its own until someone writes them.
  return isMessageKey(key) ? t(key, values) : t('package.expected.constraint', { rule, ...values });
}
