import type { PackageCheck } from '#server/datapackage/import-package.ts';

function check(rule: string, resource: string, column: string, sql: string): PackageCheck {
  return {
    rule,
    resource,
    column,
    find: async (client) => (await client.query<{ key: string; value: string }>(`${sql} LIMIT 100`)).rows,
  };
}

/** What must hold between rows of the record, beyond references and CHECKs. */
export const recordChecks: readonly PackageCheck[] = [
  check(
    'round-of-mandate',
    'statuses',
    'round',
    `SELECT status.key, round.key AS value FROM status
     JOIN round ON round.id = status.round_id
     JOIN priority ON priority.id = status.priority_id JOIN contract ON contract.id = priority.contract_id
     WHERE round.mandate_id <> contract.mandate_id`,
  ),
  check(
    'consecutive-versions',
    'statuses',
    'version',
    `SELECT last.key, last.version::text AS value FROM status last
     WHERE last.version > 1 AND NOT EXISTS (
       SELECT FROM status WHERE priority_id = last.priority_id AND round_id = last.round_id AND version = last.version - 1)`,
  ),
  check(
    'key-of-status',
    'statuses',
    'id',
    `SELECT status.key, status.key AS value FROM status
     JOIN priority ON priority.id = status.priority_id JOIN round ON round.id = status.round_id
     WHERE status.key <> priority.key || '/' || round.key || '/' || status.version`,
  ),
  check(
    'count-covers-rows',
    'contracts',
    'priority_count',
    `SELECT contract.key, contract.priority_count::text AS value FROM contract
     WHERE contract.priority_count_is = 'exact'
       AND contract.priority_count < (SELECT count(*) FROM priority WHERE contract_id = contract.id)`,
  ),
  check(
    'place-in-municipality',
    'priority-places',
    'unit',
    `SELECT place.key, unit.key AS value FROM priority_place place
     JOIN administrative_unit unit ON unit.id = place.unit_id
     JOIN priority ON priority.id = place.priority_id JOIN contract ON contract.id = priority.contract_id
     WHERE unit.municipality_id <> contract.municipality_id`,
  ),
  check(
    'unit-in-municipality',
    'needs',
    'unit',
    `SELECT need.key, unit.key AS value FROM need JOIN administrative_unit unit ON unit.id = need.unit_id
     WHERE unit.municipality_id <> need.municipality_id`,
  ),
  check(
    'unit-in-municipality',
    'events',
    'unit',
    `SELECT event.key, unit.key AS value FROM event JOIN administrative_unit unit ON unit.id = event.unit_id
     WHERE unit.municipality_id <> event.municipality_id`,
  ),
  check(
    'component-of-priority',
    'evidence',
    'component',
    `SELECT evidence.key, component.key AS value FROM evidence JOIN component ON component.id = evidence.component_id
     WHERE component.priority_id <> evidence.priority_id`,
  ),
  check(
    'known-code',
    'component-codes',
    'code',
    `SELECT coded.key, coded.code AS value FROM component_code coded JOIN round ON round.id = coded.round_id
     WHERE NOT EXISTS (SELECT FROM codebook_code known WHERE known.codebook_id = round.codebook_id AND known.code = coded.code)`,
  ),
];
