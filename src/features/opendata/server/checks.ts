import type { PackageCheck } from '#server/datapackage/checks.ts';
import { datesInOrder } from './check-dates.ts';
import { checkBySql as check } from '#server/datapackage/check-by-sql.ts';

/** What must hold between rows of the record, beyond references and CHECKs. */
export const recordChecks: readonly PackageCheck[] = [
  ...datesInOrder,
  check({
    rule: 'count-covers-rows',
    resource: 'contracts',
    column: 'priority_count',
    reads: ['contracts', 'priorities'],
    sql: `SELECT contract.key, contract.priority_count::text AS value FROM contract
      WHERE contract.priority_count_is = 'exact'
        AND contract.priority_count < (SELECT count(*) FROM priority WHERE contract_id = contract.id)`,
  }),
  check({
    rule: 'place-in-municipality',
    resource: 'priority-places',
    column: 'unit',
    reads: ['priority-places', 'priorities', 'contracts', 'administrative-units'],
    sql: `SELECT place.key, unit.key AS value FROM priority_place place
      JOIN administrative_unit unit ON unit.id = place.unit_id
      JOIN priority ON priority.id = place.priority_id JOIN contract ON contract.id = priority.contract_id
      WHERE unit.municipality_id <> contract.municipality_id`,
  }),
  check({
    rule: 'unit-in-municipality',
    resource: 'needs',
    column: 'unit',
    reads: ['needs', 'administrative-units'],
    sql: `SELECT need.key, unit.key AS value FROM need JOIN administrative_unit unit ON unit.id = need.unit_id
      WHERE unit.municipality_id <> need.municipality_id`,
  }),
  check({
    rule: 'unit-in-municipality',
    resource: 'events',
    column: 'unit',
    reads: ['events', 'administrative-units'],
    sql: `SELECT event.key, unit.key AS value FROM event JOIN administrative_unit unit ON unit.id = event.unit_id
      WHERE unit.municipality_id IS DISTINCT FROM event.municipality_id`,
  }),
  // A conference has guests from everywhere; any other event belongs to the municipality that it names.
  check({
    rule: 'event-of-municipality',
    resource: 'needs',
    column: 'event',
    reads: ['needs', 'events'],
    sql: `SELECT need.key, event.key AS value FROM need JOIN event ON event.id = need.event_id
      WHERE event.kind <> 'conference' AND event.municipality_id <> need.municipality_id`,
  }),
  check({
    rule: 'event-of-municipality',
    resource: 'signatures',
    column: 'event',
    reads: ['signatures', 'events', 'contracts'],
    sql: `SELECT signature.key, event.key AS value FROM signature
      JOIN event ON event.id = signature.event_id JOIN contract ON contract.id = signature.contract_id
      WHERE event.kind <> 'conference' AND event.municipality_id <> contract.municipality_id`,
  }),
];
