import type { Actor } from '#features/accounts/actor.ts';
import { freezeOn } from '#features/rounds/freeze.ts';
import { listFreezes } from '#features/rounds/server/freezes.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError } from '#server/errors.ts';
import { isAnother, preparesStatuses, publicationsReach, publishesStatuses } from '../policy.ts';
import type { PublicationFilter } from '../schema.ts';
import { readRounds, readPublicationsOfRound, readPrepared } from './list-store.ts';
import { readRunsOfRound } from './runs-store.ts';

const pageSize = 100;
const runsShown = 10;

/** The assessments of a round on their way to the public, as far as they are somebody's to see; the newest round first. */
export async function listPublications(app: App, actor: Actor, filter: PublicationFilter) {
  const reach = publicationsReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'publications');
  const day = dayOf(app.clock());
  const rounds = await readRounds(app.db, reach);
  const round = rounds.find(({ id }) => id === filter.round) ?? rounds[0];
  if (!round) return { rounds, round: null, rows: [], next: null, publishable: 0, notTheirs: 0, runs: [] };
  const freezes = await listFreezes(app.db, day);
  const found = await readPublicationsOfRound(app.db, round.id, reach, filter.after ?? '', pageSize + 1);
  const prepared = await readPrepared(app.db, round.id, reach);
  const publishable = prepared.filter(
    ({ municipalityId, preparedBy }) =>
      publishesStatuses(actor, municipalityId) &&
      isAnother(actor, preparedBy) &&
      freezeOn(freezes, municipalityId, day) === undefined,
  );
  const rows = found.slice(0, pageSize);
  return {
    rounds,
    round,
    rows: rows.map((row) => ({ ...row, prepares: preparesStatuses(actor, row.municipalityId) })),
    next: found.length > pageSize ? (rows.at(-1)?.municipalityKey ?? null) : null,
    publishable: publishable.length,
    notTheirs: prepared.length - publishable.length,
    runs: await readRunsOfRound(app.db, round.id, runsShown),
  };
}
