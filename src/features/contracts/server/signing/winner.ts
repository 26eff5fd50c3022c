import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { localisedOf } from '../../contract-body.ts';
import { recordsWinner } from '../../policy.ts';
import type { recordWinner as winnerSchema } from '../../signing-schema.ts';
import { accountOf } from '../drafting/acting.ts';
import { orNothing } from './or-nothing.ts';
import { personOf } from './people.ts';
import { lockContract, type HeldContract } from './signing-store.ts';

type Command = z.infer<typeof winnerSchema>;

/** Who was elected, as last recorded. */
export function readWinner(tx: Tx, contractId: string) {
  return tx
    .selectFrom('election_winner')
    .select(['number', 'person_id as personId', 'elected_on as electedOn', 'party'])
    .where('contract_id', '=', contractId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Puts the elected person into the office, where the record doesn't have that already. */
async function takeOffice(
  tx: Tx,
  contract: HeldContract,
  person: { id: string; key: string },
  electedOn: string,
): Promise<string | undefined> {
  const known = await tx
    .selectFrom('post')
    .select('id')
    .where('municipality_id', '=', contract.municipalityId)
    .where('person_id', '=', person.id)
    .where('office', '=', 'mayor')
    .where('elected_on', '=', electedOn)
    .executeTakeFirst();
  if (known) return undefined;
  for (const suffix of ['', `-${electedOn.slice(0, 4)}`, `-${electedOn}`]) {
    const key = `${contract.municipalityKey}/mayor/${person.key}${suffix}`;
    const added = await tx
      .insertInto('post')
      .values({
        id: idOf('post', key),
        key,
        person_id: person.id,
        municipality_id: contract.municipalityId,
        office: 'mayor',
        elected_on: electedOn,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added) return added.id;
  }
  return undefined;
}

async function cite(tx: Tx, command: Command, key: string, rows: readonly { id: string; kind: string }[]) {
  const source = { key: `work/winners/${key}`, title: command.source_title, url: command.source_url };
  const id = idOf('source', source.key);
  await tx
    .insertInto('source')
    .values({ id, ...source })
    .execute();
  await tx
    .insertInto('citation')
    .values(rows.map((row) => ({ subject_id: row.id, subject_kind: row.kind, source_id: id, position: 1 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Marks who was elected mayor, with the source. The contract becomes the mandate's: whether the winner signed it is shown from
 * here on, and what other candidates did stays, and decides no more.
 */
export async function recordWinner(
  app: App,
  actor: Actor,
  contractKey: string,
  command: Command,
): Promise<Outcome<{ contract: string }>> {
  const accountId = accountOf(actor);
  return orNothing(app, async (tx): Promise<Outcome<{ contract: string }>> => {
    const contract = await lockContract(tx, contractKey);
    if (!contract) throw notFound(`contract ${contractKey}`);
    if (!recordsWinner(actor, contract.municipalityId)) throw new DomainError('forbidden', 'no editor there');
    if (command.elected_on > dayOf(app.clock())) {
      return { kind: 'refused', faults: [{ field: 'elected_on', key: 'signing.fault.future' }] };
    }
    const person = await personOf(tx, contract, command);
    if (!person) return { kind: 'refused', faults: [{ field: 'person', key: 'form.fault.choice' }] };
    const before = await readWinner(tx, contract.id);
    const isSame = before?.personId === person.id && before.electedOn === command.elected_on;
    // Handed in twice: it is there already.
    if (isSame && before.party === (command.party || null))
      return { kind: 'done', value: { contract: contract.key } };
    if (before && command.reason_sq === '') {
      return { kind: 'refused', faults: [{ field: 'reason_sq', key: 'signing.fault.winner-again' }] };
    }
    const number = (before?.number ?? 0) + 1;
    const key = `${contract.key}/winner-${number}`;
    const id = idOf('election_winner', key);
    await tx
      .insertInto('election_winner')
      .values({
        id,
        key,
        contract_id: contract.id,
        number,
        person_id: person.id,
        elected_on: command.elected_on,
        party: command.party === '' ? null : command.party,
        reason: before ? JSON.stringify(localisedOf({ sq: command.reason_sq, en: command.reason_en })) : null,
      })
      .execute();
    const postId = await takeOffice(tx, contract, person, command.elected_on);
    await cite(tx, command, key, [
      { id, kind: 'election_winner' },
      ...(postId === undefined ? [] : [{ id: postId, kind: 'post' }]),
      ...(person.isNew ? [{ id: person.id, kind: 'person' }] : []),
    ]);
    await recordAudit(tx, {
      actor: accountId,
      action: 'record-winner',
      subject: { kind: 'contract', id: contract.id },
      municipalityId: contract.municipalityId,
      ...(before ? { before: { person: before.personId, electedOn: before.electedOn } } : {}),
      after: { person: person.id, electedOn: command.elected_on },
      ...(command.reason_sq === '' ? {} : { reason: command.reason_sq }),
    });
    await noteRecordChange(tx, {
      tables: ['election_winner', 'post', 'person'],
      municipalityIds: [contract.municipalityId],
    });
    return { kind: 'done', value: { contract: contract.key } };
  });
}
