import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/**
 * Rows for tests: each factory adds rows that are valid by themselves, and what they hang on where the test doesn't give
 * it, and returns them as they were put in. A test names only what it is about.
 * @example
 * const [fier] = await addMunicipalities(db, [{ name: 'Fier' }]);
 * await addContracts(db, [{ municipality_id: fier.id, priority_count: 5, priority_count_is: 'exact' }]);
 */
type Given<Table extends keyof DB> = Partial<Insertable<DB[Table]>>;

let made = 0;

function identity(kind: string): { id: string; key: string } {
  made += 1;
  return { id: randomUUID(), key: `${kind}-${made}` };
}

export async function addCounty(db: Db, given: Given<'county'> = {}) {
  const row = {
    ...identity('county'),
    name: 'Qark',
    full_name: JSON.stringify({ sq: 'Qarku', en: 'County' }),
    ...given,
  };
  await db.insertInto('county').values(row).execute();
  return row;
}

/** Those of one call lie in one county, unless they say which. */
export async function addMunicipalities(db: Db, given: readonly Given<'municipality'>[]) {
  const county_id = given.every((one) => one.county_id) ? '' : (await addCounty(db)).id;
  const rows = given.map((one) => ({
    ...identity('municipality'),
    county_id,
    name: 'Bashki',
    longitude: 20,
    latitude: 41,
    ...one,
  }));
  await db.insertInto('municipality').values(rows).execute();
  return rows;
}

export async function addMandate(db: Db, given: Given<'mandate'> = {}) {
  const row = { ...identity('mandate'), starts: '2019', ends: '2023', ...given };
  await db.insertInto('mandate').values(row).execute();
  return row;
}

/** Those of one call belong to one mandate, unless they say which; each is of a municipality of its own likewise. */
export async function addContracts(db: Db, given: readonly Given<'contract'>[]) {
  const mandate_id = given.every((one) => one.mandate_id) ? '' : (await addMandate(db)).id;
  const without = given.filter((one) => !one.municipality_id);
  const own =
    without.length > 0
      ? await addMunicipalities(
          db,
          without.map(() => ({})),
        )
      : [];
  const rows = given.map((one) => ({
    ...identity('contract'),
    mandate_id,
    municipality_id: one.municipality_id ?? own.pop()?.id ?? '',
    ...one,
  }));
  await db.insertInto('contract').values(rows).execute();
  return rows;
}

export async function addField(db: Db, given: Given<'field'> = {}) {
  const { id, key } = identity('field');
  const row = { id, key, name: JSON.stringify({ sq: 'Fusha', en: 'Field' }), position: made, ...given };
  await db.insertInto('field').values(row).execute();
  return row;
}

/** Priorities of one contract, in order. */
export async function addPriorities(db: Db, contractId: string, given: readonly Given<'priority'>[]) {
  const field_id = given.every((one) => one.field_id) ? '' : (await addField(db)).id;
  const rows = given.map((one, index) => ({
    ...identity('priority'),
    contract_id: contractId,
    field_id,
    position: index + 1,
    statement: JSON.stringify({ sq: 'Një rrugë', en: 'A road' }),
    field_basis: 'stated' as const,
    coverage: 'municipality' as const,
    ...one,
  }));
  await db.insertInto('priority').values(rows).execute();
  return rows;
}

export async function addRound(db: Db, given: Given<'round'> & { mandate_id: string }) {
  const codebook = {
    ...identity('codebook'),
    name: JSON.stringify({ sq: 'Libri i kodeve', en: 'Codebook' }),
    about: JSON.stringify({ sq: 'Për provë', en: 'For a test' }),
    valid_from: '2019',
    mapping: '[]',
  };
  if (!given.codebook_id) await db.insertInto('codebook').values(codebook).execute();
  const row = {
    ...identity('round'),
    codebook_id: codebook.id,
    number: 1,
    starts: '2019-09',
    ends: '2020-09',
    ...given,
  };
  await db.insertInto('round').values(row).execute();
  return row;
}

/** Statuses, first versions unless they say otherwise. */
export async function addStatuses(
  db: Db,
  given: readonly (Given<'status'> & { priority_id: string; round_id: string })[],
) {
  const rows = given.map((one) => ({
    ...identity('status'),
    version: 1,
    kind: 'assessment' as const,
    status: 'partly' as const,
    ...one,
  }));
  await db.insertInto('status').values(rows).execute();
  return rows;
}

export async function addOrganisation(db: Db, given: Given<'organisation'> = {}) {
  const row = {
    ...identity('organisation'),
    name: JSON.stringify({ sq: 'Organizata', en: 'Organisation' }),
    ...given,
  };
  await db.insertInto('organisation').values(row).execute();
  return row;
}

export async function addMembership(
  db: Db,
  given: Given<'membership'> & { organisation_id: string; municipality_id: string },
) {
  const row = { ...identity('membership'), role: 'member' as const, ...given };
  await db.insertInto('membership').values(row).execute();
  return row;
}

export async function addAccount(db: Db, given: Given<'account'> = {}) {
  const { id, key } = identity('account');
  const row = { id, name: 'Arta', email: `${key}@example.org`, email_verified: true, ...given };
  await db.insertInto('account').values(row).execute();
  return row;
}

export async function addGrant(
  db: Db,
  given: Given<'role_grant'> & { account_id: string; role: DB['role_grant']['role'] },
) {
  const row = { id: randomUUID(), since: '2020-01-01', ...given };
  await db.insertInto('role_grant').values(row).execute();
  return row;
}
