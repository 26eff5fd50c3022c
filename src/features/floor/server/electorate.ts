import { countVoters } from '#features/registration/server/voting-pass.ts';
import type { Db } from '#server/database/db.ts';
import type { Poll } from '../poll.ts';

/** Polls with how many can answer them: as it is now while they are open, as it was when they were closed. */
export function withElectorate(db: Db, planId: string, polls: readonly Poll[]): Promise<Poll[]> {
  return Promise.all(
    polls.map(async (poll) => {
      if (poll.voters === 'anyone' || poll.state !== 'open') return poll;
      return { ...poll, electorate: await countVoters(db, planId, poll.voters) };
    }),
  );
}
