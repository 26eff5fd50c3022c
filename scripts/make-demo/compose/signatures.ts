import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { signatures } from '../record/signatures.ts';

import { watcherOf } from './network.ts';
import type { ContractPlan } from './plan.ts';

/** The dated facts about each contract's signature into the draft. */
export function addSignatures(draft: Draft, contracts: readonly ContractPlan[]): void {
  const counts = new Map<string, number>();
  for (const one of signatures) {
    const contract = contracts.find(({ key }) => key === one.contract);
    if (!contract) throw new Error(`No contract ${one.contract}`);
    const number = (counts.get(one.contract) ?? 0) + 1;
    counts.set(one.contract, number);
    const watcher = one.who === 'watcher';
    draft.add('signatures', {
      id: `${one.contract}/${number}`,
      contract: one.contract,
      state: one.state,
      signatory: one.by,
      person: one.who && !watcher ? slugOf(one.who) : null,
      organisation: watcher ? watcherOf(contract.municipality.name) : null,
      event: one.event,
      occurred_on: one.on,
      expected_on: one.expected,
      known_by: one.knownBy,
      place: one.place,
      reason: one.reason,
      note: one.note,
    });
  }
}
