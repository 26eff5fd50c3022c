import { languages } from '#i18n/languages.ts';
import type { DataColumn } from '../dataset.ts';

/** SQL: whether a status is the last version of its priority and round, the one that figures count. */
export const statusInForce = `NOT EXISTS (SELECT FROM status n WHERE n.priority_id = t.priority_id AND n.round_id = t.round_id AND n.version > t.version)`;

function ofPriority(expression: string, joins = ''): string {
  return `(SELECT ${expression} FROM priority p ${joins} WHERE p.id = t.priority_id)`;
}

const contract = 'JOIN contract c ON c.id = p.contract_id';

function text(name: string): DataColumn {
  return { name, type: 'string', nullable: false };
}

/** What a reader needs beside a status to check a figure by hand, without joining files. */
export const statusExtras: readonly { column: DataColumn; sql: string }[] = [
  {
    column: text('municipality'),
    sql: ofPriority('m.key::text', `${contract} JOIN municipality m ON m.id = c.municipality_id`),
  },
  { column: text('contract'), sql: ofPriority('c.key::text', contract) },
  { column: text('field'), sql: ofPriority('f.key::text', 'JOIN field f ON f.id = p.field_id') },
  ...languages.map((language) => ({
    column: {
      name: `statement_${language}`,
      type: 'string' as const,
      nullable: true,
      translation: { of: 'statement', language },
    },
    sql: ofPriority(`nullif(p.statement ->> '${language}', '')`),
  })),
  { column: { name: 'in_force', type: 'boolean', nullable: false }, sql: `(${statusInForce})::text` },
];
