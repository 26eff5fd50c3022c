import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { isMandate } from '#features/contracts/server/service.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import { forumsReach, mayPublishForums, mayReadForums, mayWorkOnForums } from '../policy.ts';
import type { CandidacyCommand } from '../schema.ts';
import * as store from './candidacy-store.ts';
import { violates } from './violation.ts';

type Row = store.CandidacyRow;

/** What is written down of candidates in the municipalities that the actor reads. */
export function listCandidacies(app: App, actor: Actor) {
  return store.readCandidaciesOf(app.db, forumsReach(actor));
}

/** @throws not-found also where its existence is not the actor's to know */
export function showCandidacy(app: App, actor: Actor, id: string): Promise<Row> {
  return readAllowed(app.db, actor, id);
}

async function readAllowed(db: Db, actor: Actor, id: string): Promise<Row> {
  const row = await store.readCandidacy(db, id);
  if (!row || !mayReadForums(actor, row.municipalityId)) throw notFound(`candidacy ${id}`);
  return row;
}

/** A candidate for who writes down what is known of them. @throws not-found, forbidden */
export async function candidacyToChange(db: Db, actor: Actor, id: string): Promise<Row> {
  const row = await readAllowed(db, actor, id);
  if (!mayWorkOnForums(actor, row.municipalityId)) throw new DomainError('forbidden', 'candidacy');
  return row;
}

/** Adds a candidate for mayor. */
export async function addCandidacy(
  app: App,
  actor: Actor,
  command: CandidacyCommand,
): Promise<Outcome<{ id: string }>> {
  if (!mayWorkOnForums(actor, command.municipality)) throw new DomainError('forbidden', 'candidacy');
  if (!(await isMandate(app, command.mandate))) {
    return { kind: 'refused', faults: [{ field: 'mandate', key: 'form.fault.choice' }] };
  }
  const id = randomUUID();
  const row = {
    id,
    municipality_id: command.municipality,
    mandate_id: command.mandate,
    ...columnsOf(command),
  };
  return onceOnly(() =>
    inTransaction(app.db, async (tx) => {
      await store.insertCandidacy(tx, { ...row, created_by: accountOf(actor) });
      await recordAudit(tx, {
        actor: accountOf(actor),
        action: 'add',
        subject: { kind: 'candidacy', id },
        municipalityId: command.municipality,
        after: columnsOf(command),
      });
      return { kind: 'done', value: { id } };
    }),
  );
}

/** Changes a candidate. Of one that is public, a withdrawal alone can be added. */
export async function changeCandidacy(
  app: App,
  actor: Actor,
  id: string,
  command: CandidacyCommand,
): Promise<Outcome<{ id: string }>> {
  return onceOnly(() =>
    inTransaction(app.db, async (tx) => {
      const row = await candidacyToChange(tx, actor, id);
      const faults = row.candidateId === null ? [] : faultsOfPublished(row, command);
      if (faults.length > 0) return { kind: 'refused', faults };
      if (!(await store.updateCandidacy(tx, id, command.version ?? 0, columnsOf(command)))) {
        return { kind: 'conflict', theirs: fieldsOf(row), theirVersion: row.version };
      }
      await withdrawInRecord(tx, actor, row, command.withdrawnOn);
      await recordAudit(tx, {
        actor: accountOf(actor),
        action: row.withdrawnOn === null && command.withdrawnOn !== null ? 'withdraw' : 'change',
        subject: { kind: 'candidacy', id },
        municipalityId: row.municipalityId,
        before: stateOf(row),
        after: columnsOf(command),
      });
      return { kind: 'done', value: { id } };
    }),
  );
}

async function withdrawInRecord(tx: Tx, actor: Actor, row: Row, withdrawnOn: string | null): Promise<void> {
  if (row.candidateId === null || withdrawnOn === row.withdrawnOn) return;
  if (!mayPublishForums(actor, row.municipalityId))
    throw new DomainError('forbidden', 'withdrawal in public');
  await tx
    .updateTable('election_candidate')
    .set({ withdrawn_on: withdrawnOn })
    .where('id', '=', row.candidateId)
    .where('withdrawn_on', 'is', null)
    .execute();
  await noteRecordChange(tx, { tables: ['election_candidate'], municipalityIds: [row.municipalityId] });
}

function columnsOf(command: CandidacyCommand) {
  return {
    name: command.name,
    party: command.party,
    coalition: command.coalition,
    source_title: command.sourceTitle,
    source_url: command.sourceUrl,
    withdrawn_on: command.withdrawnOn,
  };
}

function stateOf(row: Row) {
  const { name, party, coalition, sourceTitle, sourceUrl, withdrawnOn } = row;
  return {
    name,
    party,
    coalition,
    source_title: sourceTitle,
    source_url: sourceUrl,
    withdrawn_on: withdrawnOn,
  };
}

/** As the form shows it. */
export function fieldsOf(row: Row): Fields {
  const { name, party, coalition, sourceTitle, sourceUrl, withdrawnOn } = row;
  return {
    municipality: row.municipalityId,
    mandate: row.mandateId,
    name,
    party,
    coalition,
    sourceTitle,
    sourceUrl,
    withdrawnOn: withdrawnOn ?? '',
  };
}

const fixed = ['name', 'party', 'coalition', 'sourceTitle', 'sourceUrl'] as const;

function faultsOfPublished(row: Row, command: CandidacyCommand): FieldFault[] {
  const faults: FieldFault[] = fixed
    .filter((field) => row[field] !== command[field])
    .map((field) => ({ field, key: 'forum.fault.published' }));
  if (row.withdrawnOn !== null && row.withdrawnOn !== command.withdrawnOn) {
    faults.push({ field: 'withdrawnOn', key: 'forum.fault.published' });
  }
  return faults;
}

async function onceOnly<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (!violates(error, 'candidacy_once')) throw error;
    return { kind: 'refused', faults: [{ field: 'name', key: 'forum.fault.twice' }] };
  }
}
