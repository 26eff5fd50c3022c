import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { amendmentState, sides } from '../../amendment.ts';
import {
  answersAmendment,
  proposesAmendment,
  publishesContract,
  recordsOnPaper,
  recordsWinner,
  seesApproved,
} from '../../policy.ts';
import { readAmendments } from '../amendments-store.ts';
import { listPriorities } from '../priorities.ts';
import { readWinners } from '../store.ts';
import { getDraft } from '../drafting/drafts.ts';
import { checkScans } from './scan-checks.ts';
import {
  readEventsFor,
  readFacts,
  readHeld,
  readOrganisationsOf,
  readPossibleSignatories,
  type HeldContract,
} from './signing-store.ts';

/** @throws not-found, forbidden to whom has nothing to do with it in the workspace; the public page is everyone's */
export async function getHeld(app: App, actor: Actor, key: string): Promise<HeldContract> {
  const contract = await readHeld(app.db, key);
  if (!contract) throw notFound(`contract ${key}`);
  if (!seesApproved(actor, { municipalityId: contract.municipalityId, state: 'frozen' })) {
    throw new DomainError('forbidden', 'not of this municipality');
  }
  return contract;
}

async function choicesFor(app: App, contract: HeldContract) {
  const [people, organisations, events] = await Promise.all([
    readPossibleSignatories(app.db, contract),
    readOrganisationsOf(app.db, contract.municipalityId),
    readEventsFor(app.db, contract.municipalityId),
  ]);
  return { people, organisations, events };
}

/** What happened with a contract's signatures and amendments, for those who record it. */
export async function showSigning(app: App, actor: Actor, key: string) {
  const contract = await getHeld(app, actor, key);
  const { municipalityId } = contract;
  const [facts, amendments, winners] = await Promise.all([
    readFacts(app.db, contract.id),
    readAmendments(app.db, contract.id),
    readWinners(app.db, contract.id),
  ]);
  const today = dayOf(app.clock());
  return {
    contract,
    today,
    facts,
    checks: await checkScans(app, [...facts, ...amendments.flatMap(({ answers }) => answers)]),
    amendments: amendments.map((amendment) => ({ ...amendment, state: amendmentState(amendment, today) })),
    winners,
    can: {
      records: publishesContract(actor, municipalityId),
      recordsWinner: recordsWinner(actor, municipalityId),
      proposes: proposesAmendment(actor, municipalityId),
      answers:
        recordsOnPaper(actor, municipalityId) || answersAmendment(actor, municipalityId, 'municipality'),
    },
  };
}

/** The form of a fact: a new one, or the one that is corrected. @throws not-found, forbidden */
export async function showFactForm(app: App, actor: Actor, key: string, factId?: string) {
  const contract = await getHeld(app, actor, key);
  if (!publishesContract(actor, contract.municipalityId))
    throw new DomainError('forbidden', 'no editor there');
  const choices = await choicesFor(app, contract);
  if (factId === undefined) return { contract, choices, fact: null };
  const fact = (await readFacts(app.db, contract.id)).find(({ id }) => id === factId);
  if (!fact || fact.correctedOn !== null) throw notFound(`fact ${factId}`);
  return { contract, choices, fact };
}

/** The form of the first fact of an approved draft, which publishes it. */
export async function showFirstFactForm(app: App, actor: Actor, draftId: string) {
  const draft = await getDraft(app.db, actor, draftId);
  if (!publishesContract(actor, draft.municipalityId)) throw new DomainError('forbidden', 'no editor there');
  if (draft.state !== 'approved') throw notFound(`draft ${draftId} is ${draft.state}`);
  const contract = { ...draft, key: '' };
  return { draft, choices: await choicesFor(app, contract) };
}

export async function showWinnerForm(app: App, actor: Actor, key: string) {
  const contract = await getHeld(app, actor, key);
  if (!recordsWinner(actor, contract.municipalityId)) throw new DomainError('forbidden', 'no editor there');
  const [people, winners] = await Promise.all([
    readPossibleSignatories(app.db, contract),
    readWinners(app.db, contract.id),
  ]);
  return { contract, people, winner: winners.at(-1) ?? null };
}

/** The form that proposes an amendment: each priority with how many it has. */
export async function showProposalForm(app: App, actor: Actor, key: string, priorityKey?: string) {
  const contract = await getHeld(app, actor, key);
  if (!proposesAmendment(actor, contract.municipalityId))
    throw new DomainError('forbidden', 'no editor there');
  const [priorities, amendments] = await Promise.all([
    listPriorities(app, contract.id),
    readAmendments(app.db, contract.id),
  ]);
  const priority = priorities.find((row) => row.key === priorityKey);
  if (priorityKey !== undefined && !priority) throw notFound(`priority ${priorityKey}`);
  return {
    contract,
    priorities,
    priority: priority ?? null,
    version: amendments.filter(({ priorityId }) => priorityId === priority?.id).length,
    today: dayOf(app.clock()),
  };
}

/** The form that answers an amendment. @throws not-found, forbidden */
export async function showAnswerForm(app: App, actor: Actor, key: string, amendmentId: string) {
  const contract = await getHeld(app, actor, key);
  const { municipalityId } = contract;
  const onPaper = recordsOnPaper(actor, municipalityId);
  const own = sides.filter((side) => onPaper || answersAmendment(actor, municipalityId, side));
  if (own.length === 0) throw new DomainError('forbidden', 'neither side');
  const today = dayOf(app.clock());
  const [amendments, priorities, people] = await Promise.all([
    readAmendments(app.db, contract.id),
    listPriorities(app, contract.id),
    readPossibleSignatories(app.db, contract),
  ]);
  const amendment = amendments.find(({ id }) => id === amendmentId);
  const priority = priorities.find(({ id }) => id === amendment?.priorityId);
  if (!amendment || !priority) throw notFound(`amendment ${amendmentId}`);
  const state = amendmentState(amendment, today);
  return {
    contract,
    amendment: { ...amendment, state },
    priority,
    people,
    sides: state.kind === 'pending' ? own.filter((side) => state.awaits.includes(side)) : [],
    today,
  };
}
