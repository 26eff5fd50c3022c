import { sql } from 'kysely';
import type { App } from '#server/app.ts';

interface Mandate {
  id: string;
  ends: string;
}

/** The elections of a mandate, oldest first; with them the one that ends it, which belongs to none yet. */
export function listElections({ db }: App, { id, ends }: Mandate) {
  return db
    .selectFrom('election')
    .leftJoin('municipality', 'municipality.id', 'election.municipality_id')
    .select([
      'election.key',
      'election.kind',
      'election.held_on as heldOn',
      'election.note',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
    ])
    .where(
      sql<boolean>`election.mandate_id = ${id}
        OR (election.mandate_id IS NULL AND left(election.held_on, 4) = left(${ends}, 4))`,
    )
    .orderBy('election.held_on')
    .orderBy('election.key')
    .execute();
}

export type ElectionRow = Awaited<ReturnType<typeof listElections>>[number];
