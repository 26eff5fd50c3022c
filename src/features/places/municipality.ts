/** A head count of one census year. */
export interface Population {
  year: number;
  people: number;
}

export interface PlaceRef {
  key: string;
  name: string;
}

export interface Municipality extends PlaceRef {
  id: string;
  aliases: string[];
  county: PlaceRef;
  seat: string | null;
  longitude: number;
  latitude: number;
}

export interface AdministrativeUnit extends PlaceRef {
  id: string;
  aliases: string[];
  population: Population | null;
  voters: number | null;
  votersYear: number | null;
}

/** The latest count of a list in order of years; null where none is in the record. */
export function latestPopulation(populations: readonly Population[]): Population | null {
  return populations.reduce<Population | null>(
    (latest, next) => (latest && latest.year >= next.year ? latest : next),
    null,
  );
}
