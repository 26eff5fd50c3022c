import { hasIssueScores } from '#features/cards/server/service.ts';
import { listContractsOf } from '#features/contracts/server/service.ts';
import { listPriorities } from '#features/contracts/server/priorities.ts';
import { periodWords } from '#features/contracts/words.ts';
import { listBands } from '#features/context/server/service.ts';
import { listEventsOf } from '#features/events/server/service.ts';
import { listForumsOf } from '#features/forums/server/public.ts';
import { listReportsOf } from '#features/library/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { listNeedsOf } from '#features/listening/server/service.ts';
import { asOfNow, type AsOf } from '#features/monitoring/server/as-of.ts';
import { publishedBesideOurs } from '#features/monitoring/server/beside-published.ts';
import { figuresOfMunicipality, listRounds } from '#features/monitoring/server/rounds.ts';
import { statusesOfContract, statusOf } from '#features/monitoring/server/statuses.ts';
import { listMemberships, listPosts } from '#features/network/server/posts.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { getMunicipality } from './service.ts';

/** Of the needs, which can be hundreds, the newest; all of them have a page of their own. */
const needsShown = 20;

/**
 * All that the record knows of one municipality.
 * @param asOf what of statuses and signatures is shown as of; the rest is of now
 * @throws not-found
 */
export async function showMunicipality(app: App, key: string, asOf: AsOf = asOfNow) {
  const municipality = await getMunicipality(app, key);
  const { id } = municipality;
  const [posts, members, contracts, events, reports, needs, rounds, byRound, published, forums, context] =
    await Promise.all([
      listPosts(app, id),
      listMemberships(app, id),
      listContractsOf(app, id, asOf.day ?? undefined),
      listEventsOf(app, key),
      listReportsOf(app, key),
      listNeedsOf(app, id, { limit: needsShown }),
      listRounds(app),
      figuresOfMunicipality(app, id, asOf.shownAs),
      publishedBesideOurs(app, municipality, asOf),
      listForumsOf(app, id),
      listBands(app, { municipalityId: id, day: asOf.day }),
    ]);
  const figures = rounds.flatMap((round) => {
    const own = byRound.get(round.id);
    return own && own.basis !== 'none' ? [{ round, figures: own, municipalities: 1 }] : [];
  });
  return {
    municipality,
    posts,
    members,
    contracts,
    figures,
    context,
    published,
    priorities: await latestPriorities(app, contracts, asOf),
    needs,
    hasIssueScores: await hasIssueScores(app, id),
    forums,
    events,
    reports,
    sources: await distinctSourcesOf(app, [
      ...published.map((figure) => figure.id),
      ...posts.map((post) => post.id),
      ...members.map((member) => member.id),
      id,
    ]),
  };
}

type Contracts = Awaited<ReturnType<typeof listContractsOf>>;

/**
 * The contract that residents ask about: of the mandate under way. The one of the coming mandate is signed before that
 * begins, and in the year of the election, of which the day may not be known, the one with statuses is still the older.
 */
async function contractInForce(app: App, contracts: Contracts, { day, shownAs }: AsOf) {
  const written = contracts.filter(({ inRecord }) => inRecord > 0);
  const today = day ?? dayOf(app.clock());
  const underWay = written.filter(
    ({ starts, ends }) =>
      (starts ?? today) <= today && (ends ?? today) >= today.slice(0, (ends ?? today).length),
  );
  const found = await Promise.all(
    underWay.map(async (contract) => ({
      contract,
      statuses: await statusesOfContract(app, contract.id, shownAs),
    })),
  );
  return (found.find(({ statuses }) => statuses.size > 0) ?? found[0])?.contract ?? written[0];
}

/** The priorities of the contract in force, each with its status in the latest round. */
async function latestPriorities(app: App, contracts: Contracts, asOf: AsOf) {
  const contract = await contractInForce(app, contracts, asOf);
  if (!contract) return null;
  const [priorities, statuses, rounds] = await Promise.all([
    listPriorities(app, contract.id),
    statusesOfContract(app, contract.id, asOf.shownAs),
    listRounds(app),
  ]);
  const round = rounds.findLast(({ id }) => [...statuses.values()].some((byRound) => byRound.has(id)));
  return {
    contract: { key: contract.key, period: periodWords(contract) },
    round: round?.key ?? null,
    items: priorities.map((priority) => ({
      ...priority,
      status: statusOf(round && statuses.get(priority.id)?.get(round.id)),
    })),
  };
}

export type MunicipalityPage = Awaited<ReturnType<typeof showMunicipality>>;
