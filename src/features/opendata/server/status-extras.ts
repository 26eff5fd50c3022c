import { languages } from '#i18n/languages.ts';
import type { DataColumn } from '../dataset.ts';
import { publicLater } from './public-by.ts';

/**
 * SQL: whether a status is the last version of its priority and round, the one that figures count.
 * @param day the parameter of a day, of whose end it is told; left out: now
 */
export function statusInForce(day?: string): string {
  return `NOT EXISTS (SELECT FROM status n WHERE n.priority_id = t.priority_id AND n.round_id = t.round_id AND n.version > t.version${publicLater(day)})`;
}

/** SQL: what `statusExtras` stands on, looked up once for each row that is read, never for the whole table. */
export const statusJoin = ` CROSS JOIN LATERAL (
  SELECT m.key::text AS municipality, c.key::text AS contract, f.key::text AS field, p.statement
  FROM priority p JOIN contract c ON c.id = p.contract_id JOIN municipality m ON m.id = c.municipality_id
  JOIN field f ON f.id = p.field_id
  WHERE p.id = t.priority_id OFFSET 0
) of_priority`;

function text(name: string): DataColumn {
  return { name, type: 'string', nullable: false };
}

/** SQL: whether a dispute of the status, or of a version before it, is not decided yet: what pages call contested. */
function statusDisputed(day?: string): string {
  const by = (column: string) => (day === undefined ? '' : ` AND ${column}::text <= ${day}::text`);
  return `EXISTS (SELECT FROM dispute d WHERE d.priority_id = t.priority_id AND d.round_id = t.round_id AND d.version <= t.version${by('d.received_on')}
  AND NOT EXISTS (SELECT FROM dispute_decision x WHERE x.dispute_id = d.id${by('x.decided_on')}))`;
}

/** What a reader needs beside a status to check a figure by hand, without joining files. */
export const statusExtras: readonly { column: DataColumn; sql: (day?: string) => string }[] = [
  { column: text('municipality'), sql: () => 'of_priority.municipality' },
  { column: text('contract'), sql: () => 'of_priority.contract' },
  { column: text('field'), sql: () => 'of_priority.field' },
  ...languages.map((language) => ({
    column: {
      name: `statement_${language}`,
      type: 'string' as const,
      nullable: true,
      translation: { of: 'statement', language },
    },
    sql: () => `nullif(of_priority.statement ->> '${language}', '')`,
  })),
  {
    column: { name: 'in_force', type: 'boolean', nullable: false },
    sql: (day?: string) => `(${statusInForce(day)})::text`,
  },
  {
    column: { name: 'disputed', type: 'boolean', nullable: false },
    sql: (day?: string) => `(${statusDisputed(day)})::text`,
  },
];
