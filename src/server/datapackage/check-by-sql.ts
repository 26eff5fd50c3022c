import type { PackageCheck } from './checks.ts';
import { mostFaults } from './fault.ts';

interface SqlCheck extends Omit<PackageCheck, 'find'> {
  /** Gives `key` and `value` of the rows at fault. */
  sql: string;
}

/** A check that one query makes. */
export function checkBySql({ sql, ...check }: SqlCheck): PackageCheck {
  return {
    ...check,
    find: async (client) =>
      (await client.query<{ key: string; value: string }>(`${sql} ORDER BY 1 LIMIT ${mostFaults}`)).rows,
  };
}
