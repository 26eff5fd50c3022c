import type { ClientBase } from 'pg';
import { checkBySql } from '#server/datapackage/check-by-sql.ts';
import type { PackageCheck } from '#server/datapackage/checks.ts';
import { parseMapping, unknownCodesOf, type Mapping } from '../derivation.ts';

/** The mapping of a codebook as stored; undefined where it has another form. */
export function readMapping(json: unknown): Mapping | undefined {
  try {
    return parseMapping(json);
  } catch {
    return undefined;
  }
}

async function readCodebooks(client: ClientBase) {
  const { rows } = await client.query<{ key: string; mapping: unknown; codes: string[] }>(`
    SELECT key, mapping, ARRAY(SELECT code FROM codebook_code WHERE codebook_id = codebook.id) AS codes
    FROM codebook ORDER BY key`);
  return rows;
}

/** A codebook can be worked with: its mapping has rules that can hold, of codes that it has, and no others are given. */
export const codebookChecks: readonly PackageCheck[] = [
  {
    rule: 'codebook-mapping',
    resource: 'codebooks',
    column: 'mapping',
    reads: ['codebooks'],
    find: async (client) =>
      (await readCodebooks(client)).flatMap(({ key, mapping }) =>
        readMapping(mapping) ? [] : [{ key, value: JSON.stringify(mapping) }],
      ),
  },
  {
    rule: 'codes-of-mapping',
    resource: 'codebooks',
    column: 'mapping',
    reads: ['codebooks', 'codebook-codes'],
    find: async (client) =>
      (await readCodebooks(client)).flatMap(({ key, mapping, codes }) => {
        const unknown = unknownCodesOf(readMapping(mapping) ?? [], codes);
        return unknown.length === 0 ? [] : [{ key, value: unknown.join(', ') }];
      }),
  },
  checkBySql({
    rule: 'known-code',
    resource: 'component-codes',
    column: 'code',
    reads: ['component-codes', 'codebook-codes', 'rounds'],
    sql: `SELECT coded.key, coded.code AS value FROM component_code coded JOIN round ON round.id = coded.round_id
      WHERE NOT EXISTS (
        SELECT FROM codebook_code known WHERE known.codebook_id = round.codebook_id AND known.code = coded.code)`,
  }),
  checkBySql({
    rule: 'status-of-codebook',
    resource: 'statuses',
    column: 'status',
    // Of a codebook that has no status left, its own rules are told.
    reads: ['statuses', 'rounds'],
    sql: `SELECT status.key, status.status AS value FROM status
      JOIN round ON round.id = status.round_id JOIN codebook ON codebook.id = round.codebook_id
      WHERE jsonb_typeof(codebook.mapping) = 'array'
        AND NOT codebook.mapping @> jsonb_build_array(jsonb_build_object('status', status.status))`,
  }),
];
