import type { Table } from './table.ts';
import { placesAndContracts } from './tables/places-and-contracts.ts';
import { gatheringsAndNeeds } from './tables/gatherings-and-needs.ts';
import { monitoring } from './tables/monitoring.ts';
import { writingsAndMembers } from './tables/writings-and-members.ts';

/** The files of the package: after `id`, the columns of each table in the migrations' order; `sources` comes last. */
export const tables: readonly Table[] = [
  ...placesAndContracts,
  ...gatheringsAndNeeds,
  ...monitoring,
  ...writingsAndMembers,
];
