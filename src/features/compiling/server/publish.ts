import { dayOf } from '#server/cache/day.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { citeWork, type WorkSource } from '#features/opendata/server/record-change.ts';
import { rankBy, supportScores } from '../ordering.ts';
import { noSupport, peopleOf } from '../support.ts';
import { localisedWording } from '../wording.ts';
import type { BoardIds } from './board-store.ts';
import { readTitles } from './candidate-store.ts';
import { countNeeds } from './counts-store.ts';
import { readOrders } from './order-store.ts';
import { readPlacements } from './publish-store.ts';
import { readSupport } from './support.ts';

const mostCandidates = 1000;

export interface FrozenContract extends BoardIds {
  contract: { id: string; key: string };
  /** The contract's priorities as they went into the record, each with the candidate that it was written from. */
  priorities: readonly { id: string; key: string; candidateId: string | null }[];
  /** What the contract's own rows cite. */
  source: WorkSource;
}

/** The tables that `linkNeeds` writes, for noteRecordChange. */
export const compiledTables = [
  'compilation',
  'compiled_candidate',
  'need_placement',
  'priority_need',
] as const;

/**
 * Puts into the record what a contract was compiled from: its candidates in their order with the support of each, where each
 * published need went, and the needs behind each priority. To be called once, in the transaction that freezes the contract,
 * after its priorities were written. Needs that are not published stay out; how many there were is counted.
 */
export async function linkNeeds(tx: Tx, frozen: FrozenContract): Promise<void> {
  const { contract } = frozen;
  const [order] = await readOrders(tx, frozen);
  const titles = await readTitles(tx, frozen, mostCandidates);
  const support = await readSupport(tx, frozen);
  const counts = await countNeeds(tx, frozen);
  // Written without a board: that nothing is known is not that nothing was said.
  if (titles.length === 0 && counts.needs === 0) return;
  const placements = await readPlacements(tx, frozen);

  const contenders = titles.map(({ id, title }) => ({ id, title, ...(support.get(id) ?? noSupport) }));
  const decided = new Map(order?.result.map((line) => [line.id, line]));
  // Candidates made after the order was decided follow those that it has, by support.
  const bySupport = rankBy(contenders, supportScores(contenders));
  const listed = bySupport
    .toSorted(
      (a, b) =>
        (decided.get(a.id)?.position ?? 1e6 + a.position) - (decided.get(b.id)?.position ?? 1e6 + b.position),
    )
    .map(({ id, place, score }, index) => ({
      candidateId: id,
      position: index + 1,
      place: order ? (decided.get(id)?.place ?? index + 1) : place,
      score: order ? (decided.get(id)?.score ?? null) : score.join(' / '),
      key: `${contract.key}/${index + 1}`,
    }));
  const recordIdOf = new Map(
    listed.map(({ candidateId, key }) => [candidateId, idOf('compiled_candidate', key)]),
  );
  const priorityOf = new Map(frozen.priorities.map(({ id, candidateId }) => [candidateId, id]));
  const fieldOf = new Map(placements.fields.map(({ id, fieldId }) => [id, fieldId]));
  const titleOf = new Map(titles.map(({ id, title, ...own }) => [id, localisedWording(title, own)]));

  const compilation = {
    id: idOf('compilation', contract.key),
    key: contract.key,
    contract_id: contract.id,
    method: order?.method ?? null,
    decided_on: order ? dayOf(order.decidedAt) : null,
    voices: order?.voices ?? null,
    note: order?.note || null,
    needs: counts.needs,
    needs_waiting: counts.waiting,
  };
  const candidates = listed.map(({ candidateId, position, place, score, key }) => {
    const own = support.get(candidateId) ?? noSupport;
    const { needs, sessions, units, people, groups } = own;
    const hasGroups = groups.length > 0;
    return {
      id: idOf('compiled_candidate', key),
      key,
      contract_id: contract.id,
      priority_id: priorityOf.get(candidateId) ?? null,
      field_id: fieldOf.get(candidateId) ?? null,
      position,
      place,
      title: titleOf.get(candidateId) ?? {},
      score,
      needs,
      sessions,
      units,
      people,
      women: hasGroups ? peopleOf(own, { sex: 'women' }) : null,
      men: hasGroups ? peopleOf(own, { sex: 'men' }) : null,
    };
  });
  const placed = placements.needs.flatMap(({ needId, needKey, candidateId, reason, ...own }) => {
    const key = `${contract.key}/${needKey}`;
    const candidate = candidateId === null ? null : recordIdOf.get(candidateId);
    if (candidate === undefined) return [];
    const row = { id: idOf('need_placement', key), key, contract_id: contract.id, need_id: needId };
    const why = reason === null ? null : localisedWording(reason, own);
    return [{ ...row, candidate_id: candidate, reason: why }];
  });
  const behind = frozen.priorities.flatMap(({ id, key, candidateId }) =>
    placements.needs
      .filter((need) => candidateId !== null && need.candidateId === candidateId)
      .map(({ needId, needKey }) => {
        const own = `${key}/${needKey}`;
        return { id: idOf('priority_need', own), key: own, priority_id: id, need_id: needId };
      }),
  );
  await insertRows(tx, 'compilation', [compilation]);
  await insertRows(tx, 'compiled_candidate', candidates);
  await insertRows(tx, 'need_placement', placed);
  await insertRows(tx, 'priority_need', behind);
  const cited = [
    { id: compilation.id, kind: 'compilation' },
    ...candidates.map(({ id }) => ({ id, kind: 'compiled_candidate' })),
    ...placed.map(({ id }) => ({ id, kind: 'need_placement' })),
    ...behind.map(({ id }) => ({ id, kind: 'priority_need' })),
  ];
  await citeWork(tx, frozen.source, cited);
}
