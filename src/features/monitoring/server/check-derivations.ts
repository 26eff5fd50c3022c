import type { ClientBase } from 'pg';
import type { PackageCheck } from '#server/datapackage/checks.ts';
import { mostFaults } from '#server/datapackage/fault.ts';
import { deriveStatus, type Mapping } from '../derivation.ts';
import { readMapping } from './check-codebooks.ts';

/** Statuses that stand on the same codes and say the same: there are few such groups, however many rows. */
interface Group {
  mapping: unknown;
  codes: string[];
  status: string;
  initiated: boolean;
  keys: string[];
}

/** The codes in force when a version of a status was published are those of the same version or of one before it. */
async function readGroups(client: ClientBase): Promise<Group[]> {
  const { rows } = await client.query<Group>(`
    WITH coded AS (
      SELECT DISTINCT ON (status.id, component.id) status.id AS status_id, coded.code
      FROM component_code coded
      JOIN component ON component.id = coded.component_id
      JOIN status ON status.priority_id = component.priority_id AND status.round_id = coded.round_id
        AND status.version >= coded.version
      ORDER BY status.id, component.id, coded.version DESC
    ), by_status AS (
      SELECT status_id, array_agg(code ORDER BY code) AS codes FROM coded GROUP BY status_id
    )
    SELECT codebook.mapping, by_status.codes, status.status, status.initiated,
           (array_agg(status.key::text ORDER BY status.key))[1:${mostFaults}] AS keys
    FROM by_status
    JOIN status ON status.id = by_status.status_id
    JOIN round ON round.id = status.round_id
    JOIN codebook ON codebook.id = round.codebook_id
    GROUP BY codebook.id, by_status.codes, status.status, status.initiated`);
  return rows;
}

const reads = ['statuses', 'component-codes', 'components', 'codebooks', 'rounds'];

async function findGroups(client: ClientBase, wrong: (group: Group, mapping: Mapping) => string | undefined) {
  return (await readGroups(client)).flatMap((group) => {
    // A mapping that cannot be read is a fault of its own.
    const mapping = readMapping(group.mapping);
    const value = mapping && wrong(group, mapping);
    return value === undefined ? [] : group.keys.map((key) => ({ key, value }));
  });
}

/** A status is derived, never typed in: where a round's component codes are given, they decide (product rule). */
export const derivationChecks: readonly PackageCheck[] = [
  {
    rule: 'derived-status',
    resource: 'statuses',
    column: 'status',
    reads,
    find: (client) =>
      findGroups(client, ({ codes, status }, mapping) => {
        const derived = deriveStatus(mapping, codes);
        return derived.kind === 'derived' && derived.status === status ? undefined : status;
      }),
  },
  {
    rule: 'derived-initiated',
    resource: 'statuses',
    column: 'initiated',
    reads,
    find: (client) =>
      findGroups(client, ({ codes, status, initiated }, mapping) => {
        const derived = deriveStatus(mapping, codes);
        const isWrong =
          derived.kind === 'derived' && derived.status === status && derived.initiated !== initiated;
        return isWrong ? String(initiated) : undefined;
      }),
  },
];
