import { hasCompilation } from '#features/compiling/server/behind.ts';
import { conclusionsAbout } from '#features/conclusions/server/public.ts';
import { listForumsOf } from '#features/forums/server/public.ts';
import { asOfNow, type AsOf } from '#features/monitoring/server/as-of.ts';
import { listRounds } from '#features/monitoring/server/rounds.ts';
import { statusesOfContract, statusOf } from '#features/monitoring/server/statuses.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { amendmentState } from '../amendment.ts';
import { showContract } from './service.ts';
import { checkScans } from './signing/scan-checks.ts';

/**
 * A contract with its text, signing, and for each priority the status in force of every round that has one.
 * @param asOf what was public, and how far it was signed, on a day that is over; left out: now
 */
export async function showContractPage(app: App, key: string, asOf: AsOf = asOfNow) {
  const day = asOf.day ?? dayOf(app.clock());
  const { contract, priorities, amendments, winner, sources } = await showContract(app, key, day);
  const [rounds, statuses, forums, checks, isCompiled, conclusions] = await Promise.all([
    listRounds(app),
    statusesOfContract(app, contract.id, asOf.shownAs),
    listForumsOf(app, contract.municipalityId, contract.mandate),
    checkScans(app, [...contract.signatures, ...amendments.flatMap(({ answers }) => answers)]),
    hasCompilation(app, contract.id),
    // What came of a conclusion is told as of now alone.
    asOf.day === null ? conclusionsAbout(app, { contractId: contract.id }) : [],
  ]);
  const assessed = rounds.filter(({ id }) => [...statuses.values()].some((byRound) => byRound.has(id)));
  return {
    contract,
    winner,
    amendments: amendments.map((amendment) => ({ ...amendment, state: amendmentState(amendment, day) })),
    sources,
    forums,
    checks,
    isCompiled,
    conclusions,
    rounds: assessed.map((round) => ({ key: round.key, number: round.number })),
    priorities: priorities.map((priority) => ({
      ...priority,
      statuses: assessed.map((round) => statusOf(statuses.get(priority.id)?.get(round.id))),
    })),
  };
}

export type ContractPage = Awaited<ReturnType<typeof showContractPage>>;
