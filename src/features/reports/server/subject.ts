import type { Actor } from '#features/accounts/actor.ts';
import { getMunicipality } from '#features/places/server/service.ts';
import type { Db } from '#server/database/db.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { reportsReach, writesReport } from '../policy.ts';
import { workPlace } from '../schema.ts';
import { readPlaces, readYears, type Year } from './work-store.ts';

/** What stands in an address for the network's report. */
const network = 'network';

/** A year as an address names it. @throws not-found */
export async function findYear(db: Db, address: { mandate: string; number: string }): Promise<Year> {
  const named = workPlace.safeParse(address);
  const [year] = named.success ? await readYears(db, named.data) : [];
  if (!year) throw notFound(`year ${address.number} of ${address.mandate}`);
  return year;
}

export interface PlaceAddress {
  mandate: string;
  number: string;
  place: string;
}

export interface Subject {
  year: Year;
  municipality: { id: string; key: string; name: string } | null;
}

/** The report that someone works on. @throws not-found where it is none of theirs */
export async function subjectToWrite(app: App, actor: Actor, address: PlaceAddress): Promise<Subject> {
  const year = await findYear(app.db, address);
  if (address.place === network) {
    if (!writesReport(actor, null)) throw new DomainError('forbidden', 'the network’s report');
    return { year, municipality: null };
  }
  const { id, key, name } = await getMunicipality(app, address.place);
  if (!writesReport(actor, id)) throw notFound(`report of ${key} for ${String(year.number)}`);
  const places = await readPlaces(app.db, year, [id]);
  if (places.length === 0) throw notFound(`contract of ${key} in ${year.mandate}`);
  return { year, municipality: { id, key, name } };
}

/** Whether someone has any report to write. */
export function writesReports(actor: Actor): boolean {
  const reach = reportsReach(actor);
  return reach === 'all' || reach.length > 0;
}
