import type { PackageCheck } from '#server/datapackage/checks.ts';
import { checkBySql } from '#server/datapackage/check-by-sql.ts';

const periods = [
  ['memberships', 'membership', 'since', 'until'],
  ['posts', 'post', 'since', 'until'],
  ['grant-programmes', 'grant_programme', 'starts', 'ends'],
  ['mandates', 'mandate', 'starts', 'ends'],
  ['contracts', 'contract', 'starts', 'ends'],
  ['events', 'event', 'starts', 'ends'],
  ['rounds', 'round', 'starts', 'ends'],
] as const;

/** No period ends before it begins. Of dates known to the year or month, no more is compared than both say. */
export const datesInOrder: readonly PackageCheck[] = periods.map(([resource, table, first, last]) =>
  checkBySql({
    rule: 'end-after-start',
    resource,
    column: last,
    reads: [resource],
    sql: `SELECT key, ${last} AS value FROM ${table} WHERE left(${last}, length(${first})) < left(${first}, length(${last}))`,
  }),
);
