import { checkBySql } from '#server/datapackage/check-by-sql.ts';
import type { PackageCheck } from '#server/datapackage/checks.ts';

/** What is published has versions 1, 2, 3, and its id says of what it is the version. */
export const versionChecks: readonly PackageCheck[] = [
  checkBySql({
    rule: 'key-of-status',
    resource: 'statuses',
    column: 'id',
    reads: ['statuses'],
    sql: `SELECT status.key, status.key AS value FROM status
      JOIN priority ON priority.id = status.priority_id JOIN round ON round.id = status.round_id
      WHERE status.key <> priority.key || '/' || round.key || '/' || status.version`,
  }),
  checkBySql({
    rule: 'key-of-code',
    resource: 'component-codes',
    column: 'id',
    reads: ['component-codes'],
    sql: `SELECT coded.key, coded.key AS value FROM component_code coded
      JOIN component ON component.id = coded.component_id JOIN round ON round.id = coded.round_id
      WHERE coded.key <> component.key || '/' || round.key || '/' || coded.version`,
  }),
  checkBySql({
    rule: 'consecutive-versions',
    resource: 'statuses',
    column: 'version',
    reads: ['statuses'],
    sql: `SELECT last.key, last.version::text AS value FROM status last
      WHERE last.version > 1 AND NOT EXISTS (
        SELECT FROM status WHERE priority_id = last.priority_id AND round_id = last.round_id AND version = last.version - 1)`,
  }),
  checkBySql({
    rule: 'consecutive-versions',
    resource: 'component-codes',
    column: 'version',
    reads: ['component-codes'],
    sql: `SELECT last.key, last.version::text AS value FROM component_code last
      WHERE last.version > 1 AND NOT EXISTS (
        SELECT FROM component_code
        WHERE component_id = last.component_id AND round_id = last.round_id AND version = last.version - 1)`,
  }),
];
