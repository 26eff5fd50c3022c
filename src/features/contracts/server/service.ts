import { distinctSourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { notFound } from '#server/errors.ts';
import { textState } from '../contract.ts';
import { countingFacts, countSignings, signingOf } from '../signing.ts';
import { readAmendments } from './amendments-store.ts';
import { listElections } from './elections.ts';
import { listPriorities } from './priorities.ts';
import {
  readContract,
  readContractsOfMandate,
  readContractsOfMunicipality,
  readFields,
  readMandates,
  readSignatures,
  readSigningFacts,
  readSigningsOfMandate,
  readWinners,
} from './store.ts';

const pageSize = 100;

type ContractRow = NonNullable<Awaited<ReturnType<typeof readContract>>>;
export type SignatureRow = Awaited<ReturnType<typeof readSignatures>>[number];

function todayOf(app: App): string {
  return app.clock().toISOString().slice(0, 10);
}

/** Adds where its signing stands on a day and what of its text is in the record. */
async function withSigning<Row extends ContractRow>(app: App, rows: readonly Row[], day = todayOf(app)) {
  const signatures = await readSignatures(
    app.db,
    rows.map((row) => row.id),
  );
  const byContract = Map.groupBy(signatures, (signature) => signature.contractId);
  return rows.map((row) => {
    const inRecord = row.inRecord ?? 0;
    const own = byContract.get(row.id) ?? [];
    return {
      ...row,
      inRecord,
      signatures: own,
      signing: signingOf(countingFacts(own), day),
      text: textState(row.priorityCount, row.priorityCountIs, inRecord),
    };
  });
}

export type ContractSummary = Awaited<ReturnType<typeof withSigning<ContractRow>>>[number];

/**
 * The mandates that have contracts, newest first, and the one asked for, or the newest.
 * @param day by which it had begun, where none is asked for; left out: whether it has or not
 */
async function chooseMandate(app: App, key: string | undefined, day: string | undefined) {
  const mandates = (await listMandates(app)).filter((mandate) => (mandate.contracts ?? 0) > 0);
  const asked = mandates.find((candidate) => candidate.key === key);
  const begun = day === undefined ? mandates[0] : mandates.find(({ starts }) => starts <= day);
  return { mandates, mandate: asked ?? begun ?? mandates.at(-1) };
}

const signingFacts = perVersion((app, mandateId: string) => readSigningFacts(app.db, mandateId));

/** How many contracts of a mandate stand where on a day. */
async function summariseSignings(app: App, mandateId: string, day = todayOf(app)) {
  const sets = await signingFacts(app, mandateId);
  return countSignings(sets.map(({ facts, contracts }) => ({ ...signingOf(facts ?? [], day), contracts })));
}

/**
 * The newest mandate that has contracts, and how many of them stand where; undefined before the first contract.
 * @param day on which they stand there; left out: today
 */
export async function latestSignings(app: App, day?: string) {
  const { mandate } = await chooseMandate(app, undefined, day);
  if (!mandate) return undefined;
  const [counts, listed] = await Promise.all([
    summariseSignings(app, mandate.id, day),
    listSignings(app, mandate.id, day),
  ]);
  return { mandate: mandate.key, counts, ...listed };
}

const listedAtMost = 70;

const firstSignings = perVersion((app, mandateId: string) =>
  readSigningsOfMandate(app.db, mandateId, '', listedAtMost + 1),
);

/**
 * Every contract of a mandate with where its signing stands, who decided that, and when: as many as fit on a page.
 * @returns with `more` where there are others
 */
async function listSignings(app: App, mandateId: string, day = todayOf(app)) {
  const rows = await firstSignings(app, mandateId);
  return {
    signings: rows.slice(0, listedAtMost).map((row) => present(row, day)),
    more: rows.length > listedAtMost,
  };
}

function present(row: Awaited<ReturnType<typeof readSigningsOfMandate>>[number], day: string) {
  const { facts, ...contract } = row;
  return { ...contract, signing: signingOf(facts ?? [], day) };
}

export type ListedSigning = ReturnType<typeof present>;

/** The same of all contracts of all mandates or one, in batches, for those who download them. */
export async function* readSignings(app: App, mandate: string | undefined, day = todayOf(app)) {
  for (const { id, key } of await listMandates(app)) {
    if ((mandate ?? key) !== key) continue;
    let after = '';
    for (;;) {
      const rows = await readSigningsOfMandate(app.db, id, after, 500);
      yield { mandate: key, signings: rows.map((row) => present(row, day)) };
      const last = rows.at(-1);
      if (!last || rows.length < 500) break;
      after = last.key;
    }
  }
}

/**
 * The contracts of one mandate (the newest that has any), a page at a time, and how many stand where.
 * @param day on which they stand there; left out: today
 */
export async function listContracts(
  app: App,
  filter: { mandate?: string | undefined; after?: string | undefined },
  day?: string,
) {
  const { mandates, mandate } = await chooseMandate(app, filter.mandate, day);
  if (!mandate)
    return {
      mandates,
      mandate: undefined,
      contracts: [],
      signings: countSignings([]),
      elections: [],
      next: null,
    };
  const [rows, signings, elections] = await Promise.all([
    readContractsOfMandate(app.db, mandate.key, filter.after ?? '', pageSize + 1),
    summariseSignings(app, mandate.id, day),
    listElections(app, mandate),
  ]);
  const contracts = await withSigning(app, rows.slice(0, pageSize), day);
  return {
    mandates,
    mandate,
    contracts,
    signings,
    elections,
    next: rows.length > pageSize ? (contracts.at(-1)?.key ?? null) : null,
  };
}

/** The contracts of a municipality, newest mandate first. */
export async function listContractsOf(
  app: App,
  municipalityId: string,
  day?: string,
): Promise<ContractSummary[]> {
  return withSigning(app, await readContractsOfMunicipality(app.db, municipalityId), day);
}

/**
 * One contract: its text as far as the record has it, every dated fact of its signing, its sources.
 * @param day on which its signing stands where it is said to; left out: today
 * @throws not-found
 */
export async function showContract(app: App, key: string, day?: string) {
  const row = await readContract(app.db, key);
  if (!row) throw notFound(`contract ${key}`);
  const [contracts, priorities, amendments, winners] = await Promise.all([
    withSigning(app, [row], day),
    listPriorities(app, row.id),
    readAmendments(app.db, row.id),
    readWinners(app.db, row.id),
  ]);
  const [contract] = contracts;
  if (!contract) throw notFound(`contract ${key}`);
  const cited = [
    row.id,
    ...contract.signatures.map((signature) => signature.id),
    ...priorities.map((priority) => priority.id),
    ...winners.map((winner) => winner.id),
    ...amendments.map((amendment) => amendment.id),
  ];
  return {
    contract,
    priorities,
    amendments,
    winner: winners.at(-1) ?? null,
    sources: await distinctSourcesOf(app, cited),
  };
}

export const listFields = perVersion((app) => readFields(app.db));

export const listMandates = perVersion((app) => readMandates(app.db));

export async function isMandate(app: App, id: string): Promise<boolean> {
  return (await listMandates(app)).some((mandate) => mandate.id === id);
}
