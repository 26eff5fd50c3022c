import { listForumsOf } from '#features/forums/server/public.ts';
import { listRounds } from '#features/monitoring/server/rounds.ts';
import { statusesOfContract, statusOf } from '#features/monitoring/server/statuses.ts';
import type { App } from '#server/app.ts';
import { showContract } from './service.ts';

/** A contract with its text, signing, and for each priority the status in force of every round that has one. */
export async function showContractPage(app: App, key: string) {
  const { contract, priorities, sources } = await showContract(app, key);
  const [rounds, statuses, forums] = await Promise.all([
    listRounds(app),
    statusesOfContract(app, contract.id),
    listForumsOf(app, contract.municipalityId, contract.mandate),
  ]);
  const assessed = rounds.filter(({ id }) => [...statuses.values()].some((byRound) => byRound.has(id)));
  return {
    contract,
    sources,
    forums,
    rounds: assessed.map((round) => ({ key: round.key, number: round.number })),
    priorities: priorities.map((priority) => ({
      ...priority,
      statuses: assessed.map((round) => statusOf(statuses.get(priority.id)?.get(round.id))),
    })),
  };
}

export type ContractPage = Awaited<ReturnType<typeof showContractPage>>;
