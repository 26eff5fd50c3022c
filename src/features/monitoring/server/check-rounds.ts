import { checkBySql } from '#server/datapackage/check-by-sql.ts';
import type { PackageCheck } from '#server/datapackage/checks.ts';

const ofPriority = [
  ['statuses', 'status'],
  ['evidence', 'evidence'],
  ['replies', 'reply'],
] as const;

/** What is said of a priority in a round belongs to a round of its contract's mandate, and to its own components. */
export const roundChecks: readonly PackageCheck[] = [
  ...ofPriority.map(([resource, table]) =>
    checkBySql({
      rule: 'round-of-mandate',
      resource,
      column: 'round',
      reads: [resource, 'priorities', 'contracts', 'rounds'],
      sql: `SELECT said.key, round.key AS value FROM ${table} said
        JOIN round ON round.id = said.round_id
        JOIN priority ON priority.id = said.priority_id JOIN contract ON contract.id = priority.contract_id
        WHERE round.mandate_id <> contract.mandate_id`,
    }),
  ),
  checkBySql({
    rule: 'round-of-mandate',
    resource: 'component-codes',
    column: 'round',
    reads: ['component-codes', 'components', 'priorities', 'contracts', 'rounds'],
    sql: `SELECT coded.key, round.key AS value FROM component_code coded
      JOIN round ON round.id = coded.round_id JOIN component ON component.id = coded.component_id
      JOIN priority ON priority.id = component.priority_id JOIN contract ON contract.id = priority.contract_id
      WHERE round.mandate_id <> contract.mandate_id`,
  }),
  checkBySql({
    rule: 'round-of-mandate',
    resource: 'published-figures',
    column: 'round',
    reads: ['published-figures', 'rounds'],
    sql: `SELECT figure.key, round.key AS value FROM published_figure figure JOIN round ON round.id = figure.round_id
      WHERE round.mandate_id <> figure.mandate_id`,
  }),
  checkBySql({
    rule: 'component-of-priority',
    resource: 'evidence',
    column: 'component',
    reads: ['evidence', 'components'],
    sql: `SELECT evidence.key, component.key AS value FROM evidence
      JOIN component ON component.id = evidence.component_id
      WHERE component.priority_id <> evidence.priority_id`,
  }),
  checkBySql({
    rule: 'priority-of-municipality',
    resource: 'replies',
    column: 'priority',
    reads: ['replies', 'priorities', 'contracts'],
    sql: `SELECT reply.key, priority.key AS value FROM reply
      JOIN priority ON priority.id = reply.priority_id JOIN contract ON contract.id = priority.contract_id
      WHERE contract.municipality_id <> reply.municipality_id`,
  }),
];
