import { listNeedsBehind } from '#features/compiling/server/behind.ts';
import { listBands } from '#features/context/server/service.ts';
import { conclusionsAbout } from '#features/conclusions/server/public.ts';
import { similarTo } from '#features/experiences/server/similar.ts';
import { getPriority } from '#features/contracts/server/priorities.ts';
import { answersToPriority } from '#features/forums/server/public.ts';
import { distinctSourcesOf, sourcesOf } from '#features/library/server/sources.ts';
import { disputesOfPriority } from '#features/disputes/server/public.ts';
import { noViews, viewsOfPriority } from '#features/voice/server/public.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { versionsAsOf } from '../as-of.ts';
import { isCovered } from '../round.ts';
import { isStatus } from '../status.ts';
import { asOfNow, type AsOf } from './as-of.ts';
import { evidenceOfPriority } from './evidence.ts';
import { readReplies } from './reply-rows.ts';
import { listRounds } from './rounds.ts';
import { readComponentCodes, readHistory, readSameField } from './store.ts';

const othersShown = 24;

/** Which published version of which round an address names (`/priorities/x/2019-2020/1`). */
export interface VersionRef {
  round: string;
  version: number;
}

/**
 * A priority with its whole history: for every round in which its contract was in force each published version with rationale, codes,
 * evidence and reply, newest round first. With a version named, the history ends with it: what the public could read then.
 * @param asOf of a day that is over: the versions that were public by then, with their codes, evidence and replies
 * @throws not-found where the priority or the version is not in the record
 */
export async function showPriority(app: App, key: string, at?: VersionRef, asOf: AsOf = asOfNow) {
  const priority = await getPriority(app, key);
  const { contract } = priority;
  const { shownAs } = asOf;
  const isNow = asOf.day === null;
  const day = asOf.day ?? dayOf(app.clock());
  const [rounds, all, codes, evidence, replies, views, disputes] = await Promise.all([
    listRounds(app),
    readHistory(app.db, priority.id, shownAs),
    readComponentCodes(app.db, priority.id),
    evidenceOfPriority(app.db, priority.id),
    readReplies(app.db, {
      municipalityId: contract.municipalityId,
      priorityId: priority.id,
      today: day,
    }),
    viewsOfPriority(app, { id: priority.id, municipalityId: contract.municipalityId }),
    disputesOfPriority(app, priority.id, shownAs),
  ]);
  const history = shownAs === undefined ? all : versionsAsOf(all, shownAs);
  const newest = history.at(-1)?.roundId;
  // What came with statuses that were not public yet was not public either.
  const isShown = (roundId: string) => isNow || history.some((row) => row.roundId === roundId);
  const named = at && history.find((row) => row.round === at.round && row.version === at.version);
  if (at && !named) throw notFound(`version ${at.round}/${at.version} of ${key}`);
  const shown = named ? history.slice(0, history.indexOf(named) + 1) : history;
  const sources = await sourcesOf(
    app,
    shown.map((row) => row.id),
  );

  const lastRound = rounds.findLast((round) => named === undefined || round.key === named.round);
  const covered = rounds.filter(
    (round) => isCovered(contract, round) && round.starts <= (lastRound?.starts ?? '') && isShown(round.id),
  );
  const byRound = covered.toReversed().map((round) => ({
    round,
    versions: shown
      .filter((row) => row.roundId === round.id)
      .toReversed()
      .map((row, index) => ({
        ...row,
        status: isStatus(row.status) ? row.status : ('not-assessed' as const),
        inForce: index === 0,
        sources: sources.get(row.id) ?? [],
        codes: codes.filter((code) => code.roundId === round.id && code.version === row.version),
      })),
    evidence: evidence.filter((item) => item.roundId === round.id),
    replies: replies.filter((reply) => reply.roundId === round.id),
    views: (isNow ? views.get(round.id) : undefined) ?? noViews,
    disputes: disputes.filter((one) => one.roundId === round.id && (!named || one.version <= named.version)),
    mayDispute: named === undefined && isNow,
    // What residents say is of now, so they are asked about what holds now alone.
    takesViews: named === undefined && isNow && round.id === newest,
  }));
  return {
    priority,
    contract,
    named: named ? { round: named.round, version: named.version } : null,
    rounds: byRound,
    context: await listBands(app, { municipalityId: contract.municipalityId, day: asOf.day }),
    sources: await distinctSourcesOf(app, [priority.id]),
    others: await sameField(app, priority, shownAs),
    // What other places did is of now, and no part of a page that shows an earlier day or version.
    similar:
      isNow && !named
        ? await similarTo(app, {
            id: priority.id,
            key: priority.key,
            municipalityId: contract.municipalityId,
            municipalityKey: contract.municipalityKey,
            fieldKey: priority.field.key,
          })
        : null,
    answers: await answersToPriority(
      app,
      { id: priority.id, contractId: contract.id },
      contract.municipalityId,
    ),
    needs: await listNeedsBehind(app, priority.id),
    // What came of a conclusion is told as of now alone.
    conclusions: isNow && !named ? await conclusionsAbout(app, { priorityId: priority.id }) : [],
  };
}

async function sameField(
  app: App,
  priority: Awaited<ReturnType<typeof getPriority>>,
  until: string | undefined,
) {
  const { rows } = await readSameField(app.db, {
    fieldKey: priority.field.key,
    mandateId: priority.contract.mandateId,
    exceptContractId: priority.contract.id,
    limit: othersShown,
    until,
  });
  return rows.map((row) => ({
    ...row,
    status: row.status && isStatus(row.status) ? row.status : ('not-assessed' as const),
  }));
}

export type PriorityPage = Awaited<ReturnType<typeof showPriority>>;
export type PriorityRound = PriorityPage['rounds'][number];
