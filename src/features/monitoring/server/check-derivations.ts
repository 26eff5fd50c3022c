import type { PackageCheck } from '#server/datapackage/import-package.ts';
import { deriveStatus, parseMapping } from '../derivation.ts';

interface Row {
  key: string;
  status: string;
  mapping: unknown;
  codes: string[];
}

/** A status is derived, never typed: where a round's component codes are given, they decide (product rule). */
export const checkDerivations: PackageCheck = {
  rule: 'derived-status',
  resource: 'statuses',
  column: 'status',
  find: async (client) => {
    const { rows } = await client.query<Row>(`
      SELECT status.key, status.status, codebook.mapping, array_agg(coded.code ORDER BY component.position) AS codes
      FROM status
      JOIN round ON round.id = status.round_id
      JOIN codebook ON codebook.id = round.codebook_id
      JOIN component ON component.priority_id = status.priority_id
      JOIN component_code coded ON coded.component_id = component.id AND coded.round_id = status.round_id
        AND coded.version = status.version
      GROUP BY status.id, codebook.id`);
    return rows.flatMap(({ key, status, mapping, codes }) => {
      const derived = deriveStatus(parseMapping(mapping), codes);
      return derived.kind === 'derived' && derived.status === status ? [] : [{ key, value: status }];
    });
  },
};
