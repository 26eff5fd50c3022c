import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { listPriorities } from '#features/contracts/server/priorities.ts';
import { listContractsOf } from '#features/contracts/server/service.ts';
import { isCovered, type Round } from '#features/monitoring/round.ts';
import { isStatus, type Status } from '#features/monitoring/status.ts';
import { asOfNow, type AsOf } from '#features/monitoring/server/as-of.ts';
import {
  figuresOf,
  figuresOfMunicipality,
  listRounds,
  municipalityFigures,
  networkFigures,
} from '#features/monitoring/server/rounds.ts';
import { countsOn } from '#features/monitoring/server/tallies.ts';
import { statusesOfContract, statusOf } from '#features/monitoring/server/statuses.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { countChanges } from '../changes.ts';
import { readActivities, readParticipants } from './activity-store.ts';
import { readEditions, type Edition } from './edition-store.ts';
import { readReplies } from './reply-store.ts';
import * as store from './report-store.ts';

type Place = Awaited<ReturnType<typeof listMunicipalities>>[number];

/** Whose report, as an address names it: a municipality's key, or the network's where null. */
export interface ReportName {
  round: string;
  municipality: string | null;
}

/** The round and the place that a report is of. @throws not-found */
export async function findSubject(app: App, name: ReportName) {
  const rounds = await listRounds(app);
  const round = rounds.find(({ key }) => key === name.round);
  if (!round) throw notFound(`round ${name.round}`);
  if (name.municipality === null) return { rounds, round, municipality: null };
  const municipality = (await listMunicipalities(app)).find(({ key }) => key === name.municipality);
  if (!municipality) throw notFound(`municipality ${name.municipality}`);
  return { rounds, round, municipality };
}

/**
 * All that a report says, from the public record: without a language, so that one text stands for both, and a SHA-256 of it
 * for what the report was made from. The words around the figures are those of the newest edition; before there is one,
 * there are none.
 * @param isNext built for an edition that is yet to be added: it says what was put right since the newest one
 * @param asOf what was public on a day that is over; left out: now
 * @throws not-found where the round had no status there
 */
export async function buildReport(
  app: App,
  name: ReportName,
  { isNext = false, asOf = asOfNow }: { isNext?: boolean; asOf?: AsOf } = {},
) {
  const { shownAs } = asOf;
  const until = asOf.day ?? undefined;
  const { rounds, round, municipality } = await findSubject(app, name);
  const history = municipality
    ? await historyOf(app, rounds, municipality, shownAs)
    : (await networkFigures(app, rounds, undefined, shownAs)).filter(
        ({ figures }) => figures.basis !== 'none',
      );
  const at = history.findIndex((one) => one.round.id === round.id);
  const current = history[at];
  if (!current) throw notFound(`report of ${name.round} for ${name.municipality ?? 'the network'}`);
  const before = history.slice(0, at).findLast((one) => one.round.mandateId === round.mandateId);
  const scope = { roundId: round.id, municipalityId: municipality?.id ?? null, until };
  const period = { starts: round.starts, ends: round.ends, municipalityId: scope.municipalityId };
  const [editions, detail, fields, replies, corrections, disputes, agreement, activities, participants] =
    await Promise.all([
      readEditions(app.db, round.id, scope.municipalityId, until),
      municipality
        ? municipalityDetail(app, municipality, { round, before: before?.round, asOf })
        : networkDetail(app, { round, before: before?.round, asOf }),
      readFields(app, scope, shownAs),
      readReplies(app.db, scope),
      store.readCorrections(app.db, scope),
      store.readDisputes(app.db, scope),
      store.readAgreement(app.db, scope),
      readActivities(app.db, period),
      readParticipants(app.db, period),
    ]);
  const edition = editions.at(-1);
  // What is saved and not public yet is nobody's to read here.
  const words = edition ?? { foreword: {}, lessons: {} };
  return {
    format: 'pop-monitoring-report-1',
    // Of now nothing is said: what editions were made from stays as it is.
    ...(until === undefined ? {} : { asOf: until }),
    municipality: municipality && { key: municipality.key, name: municipality.name },
    round: roundOf(round),
    before: before ? roundOf(before.round) : null,
    foreword: words.foreword ?? {},
    lessons: words.lessons ?? {},
    since: sinceOf(isNext ? edition : editions.at(-2), words),
    // Each mandate has a contract of its own: its years stand beside each other, not those before.
    history: history
      .slice(0, at + 1)
      .filter((one) => one.round.mandateId === round.mandateId)
      .map(({ round: one, figures }) => ({ round: one.key, figures })),
    figures: current.figures,
    fields: fields.map(({ key, name: field, ...row }) => ({ key, name: field, figures: figuresOf(row) })),
    ...detail,
    replies,
    agreement: agreement ?? null,
    corrections,
    disputes,
    activities,
    participants,
  };
}

export type Report = Awaited<ReturnType<typeof buildReport>>;
export type ReportPriority = Report['priorities'][number];

/** The bytes that stand for a report's data, and their SHA-256. */
export function sealReport(report: Report): { json: string; sha256: string } {
  const json = JSON.stringify(report);
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
}

/** The edition before this one, and whether its words were others; null where there is none. */
function sinceOf(before: Edition | undefined, words: Partial<Pick<Edition, 'foreword' | 'lessons'>>) {
  if (!before) return null;
  const differs = (name: 'foreword' | 'lessons') => !isDeepStrictEqual(before[name] ?? {}, words[name] ?? {});
  return {
    edition: before.edition,
    publishedOn: before.publishedOn,
    foreword: differs('foreword'),
    lessons: differs('lessons'),
  };
}

function roundOf({ key, mandate, number, starts, ends, publishedOn, codebook, codebookName }: Round) {
  return { key, mandate, number, starts, ends, publishedOn, codebook, codebookName };
}

async function readFields(app: App, scope: store.Scope, shownAs: string | undefined) {
  const counts = await countsOn(app, shownAs, {
    roundIds: [scope.roundId],
    ...(scope.municipalityId === null
      ? { of: 'network' }
      : { of: 'municipalities', municipalityIds: [scope.municipalityId] }),
  });
  return store.readFieldTallies(app.db, counts, scope);
}

async function historyOf(app: App, rounds: readonly Round[], { id }: Place, shownAs: string | undefined) {
  const byRound = await figuresOfMunicipality(app, id, shownAs);
  return rounds.flatMap((round) => {
    const figures = byRound.get(round.id);
    return figures && figures.basis !== 'none' ? [{ round, figures, municipalities: 1 }] : [];
  });
}

/** A round, the one of its mandate that it is set beside, and the day that both are told as of. */
interface Told {
  round: Round;
  before: Round | undefined;
  asOf: AsOf;
}

async function municipalityDetail(app: App, { id }: Place, told: Told) {
  const { round, before, asOf } = told;
  const scope = { roundId: round.id, municipalityId: id, until: asOf.day ?? undefined };
  const contracts = (await listContractsOf(app, id)).filter((contract) => isCovered(contract, round));
  const [listed, evidence, codes] = await Promise.all([
    Promise.all(contracts.map((contract) => prioritiesOf(app, contract.id, told))),
    store.readEvidence(app.db, scope),
    store.readCodes(app.db, scope),
  ]);
  const priorities = listed.flat().map((priority) => ({
    ...priority,
    codes: codes.filter((code) => code.priority === priority.key).map(({ priority: _, ...code }) => code),
  }));
  return {
    priorities,
    changes: before
      ? countChanges(
          priorities.map(({ status, before: earlier }) => ({ before: earlier ?? undefined, now: status })),
        )
      : null,
    evidence,
    evidenceCounts: [],
    municipalities: [],
  };
}

async function prioritiesOf(app: App, contractId: string, { round, before, asOf }: Told) {
  const [priorities, statuses] = await Promise.all([
    listPriorities(app, contractId),
    statusesOfContract(app, contractId, asOf.shownAs),
  ]);
  return priorities.map(({ id, key, position, number, heading, statement, field }) => {
    const row = statuses.get(id)?.get(round.id);
    const earlier = before && statusOf(statuses.get(id)?.get(before.id));
    return {
      key,
      number: number ?? String(position),
      heading,
      statement,
      field,
      status: statusOf(row),
      before: earlier === 'not-assessed' ? null : (earlier ?? null),
      version: row?.version ?? null,
      kind: row?.kind ?? ('assessment' as const),
      initiated: row?.initiated ?? false,
      late: row?.late ?? false,
      reversed: row?.reversed ?? false,
      contested: row?.contested ?? false,
      blockedBy: row?.blockedBy ?? null,
      rationale: row?.rationale ?? null,
    };
  });
}

async function networkDetail(app: App, { round, before, asOf }: Told) {
  const { shownAs } = asOf;
  const scope = { roundId: round.id, municipalityId: null, until: asOf.day ?? undefined };
  const [all, byMunicipality, moves, evidenceCounts] = await Promise.all([
    listMunicipalities(app),
    municipalityFigures(app, { roundIds: [round.id] }, shownAs),
    before ? store.readMoves(app.db, scope, before.id) : [],
    store.readEvidenceCounts(app.db, scope),
  ]);
  const known = (status: string | null): Status | undefined =>
    status !== null && isStatus(status) ? status : undefined;
  return {
    priorities: [],
    changes: before
      ? countChanges(
          moves.map((move) => ({
            before: known(move.before),
            now: known(move.now) ?? 'not-assessed',
            count: move.count,
          })),
        )
      : null,
    evidence: [],
    evidenceCounts,
    municipalities: all.flatMap(({ id, key, name }) => {
      const figures = byMunicipality.get(id)?.get(round.id);
      return figures && figures.basis !== 'none' ? [{ key, name, figures }] : [];
    }),
  };
}
