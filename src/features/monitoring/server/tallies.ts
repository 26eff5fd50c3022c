import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { readCountsAsOf, type CountedRow } from './as-of-store.ts';
import * as store from './store.ts';

type NetworkRow = Awaited<ReturnType<typeof store.readNetworkTallies>>[number];
type FieldRow = Awaited<ReturnType<typeof store.readFieldTallies>>[number];
type Place = Awaited<ReturnType<typeof store.readTalliedMunicipalities>>[number];
type Filter = Parameters<typeof store.readMunicipalityTallies>[1];

/** Where counts of statuses come from: the table of those in force, or what was public by some day. */
export interface Tallies {
  network(fieldId?: string): Promise<NetworkRow[]>;
  fields(roundId: string): Promise<FieldRow[]>;
  ofMunicipalities(filter: Filter): Promise<NetworkRow[]>;
  /** Municipalities with counts in some of the rounds, by key. */
  municipalities(roundIds: readonly string[], after: string, limit: number): Promise<Place[]>;
}

const countsAsOf = perVersion((app, day: string) => readCountsAsOf(app.db, day));

/** @param shownAs a day with a publication; left out: now */
export function talliesOf(app: App, shownAs?: string): Tallies {
  return shownAs === undefined ? storedTallies(app) : countedTallies(countsAsOf(app, shownAs));
}

function storedTallies({ db }: App): Tallies {
  return {
    network: (fieldId) => store.readNetworkTallies(db, fieldId),
    fields: (roundId) => store.readFieldTallies(db, roundId),
    ofMunicipalities: (filter) => store.readMunicipalityTallies(db, filter),
    municipalities: (roundIds, after, limit) => store.readTalliedMunicipalities(db, roundIds, after, limit),
  };
}

function countedTallies(counted: Promise<CountedRow[]>): Tallies {
  return {
    network: async (fieldId) =>
      (await counted).filter((row) => row.municipalityId === null && row.fieldId === (fieldId ?? null)),
    fields: async (roundId) => fieldRows(await counted, roundId),
    ofMunicipalities: async ({ roundIds, municipalityIds, fieldId }) =>
      (await counted).filter(
        (row) =>
          row.municipalityId !== null &&
          roundIds.includes(row.roundId) &&
          row.fieldId === (fieldId ?? null) &&
          (municipalityIds === undefined || municipalityIds.includes(row.municipalityId)),
      ),
    municipalities: async (roundIds, after, limit) => places(await counted, roundIds, after).slice(0, limit),
  };
}

function fieldRows(counted: readonly CountedRow[], roundId: string): FieldRow[] {
  return counted
    .filter((row) => row.municipalityId === null && row.roundId === roundId)
    .toSorted((a, b) => (a.fieldPosition ?? 0) - (b.fieldPosition ?? 0))
    .flatMap(({ field, fieldName, ...row }) =>
      field !== null && fieldName !== null ? [{ ...row, field, fieldName }] : [],
    );
}

function places(counted: readonly CountedRow[], roundIds: readonly string[], after: string): Place[] {
  const byKey = new Map(
    counted.flatMap(({ roundId, municipalityId: id, municipalityKey: key, municipalityName: name }) =>
      id !== null && key !== null && name !== null && key > after && roundIds.includes(roundId)
        ? [[key, { id, key, name }] as const]
        : [],
    ),
  );
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
