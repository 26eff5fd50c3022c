import type { z } from 'zod';
import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { amendmentState } from '../../amendment.ts';
import { answersAmendment, proposesAmendment, recordsOnPaper } from '../../policy.ts';
import type * as schema from '../../signing-schema.ts';
import { readAmendments } from '../amendments-store.ts';
import { accountOf } from '../drafting/acting.ts';
import { orNothing } from './or-nothing.ts';
import { personOf } from './people.ts';
import { publisherOf } from './publisher.ts';
import { keepScan, takeScan } from './scan.ts';
import { lockContract, type HeldContract } from './signing-store.ts';

type Done = { contract: string };

async function hold(tx: Tx, key: string): Promise<HeldContract> {
  const contract = await lockContract(tx, key);
  if (!contract) throw notFound(`contract ${key}`);
  return contract;
}

async function cite(
  tx: Tx,
  app: App,
  actor: Actor,
  contract: HeldContract,
  row: { id: string; kind: string; key: string },
) {
  await citeWork(
    tx,
    {
      key: `work/amendments/${row.key}`,
      title: `Ndryshim i Kontratës Sociale, ${contract.municipalityName}`,
      publisher: await publisherOf(tx, actor, contract.municipalityId),
      publishedOn: dayOf(app.clock()),
    },
    [{ id: row.id, kind: row.kind }],
  );
}

/**
 * Proposes another text for a priority of a frozen contract. The old text stays; the new one holds once both sides have
 * signed. One proposal at a time waits for a priority.
 */
export async function proposeAmendment(
  app: App,
  actor: Actor,
  contractKey: string,
  command: z.infer<typeof schema.proposeAmendment>,
): Promise<Outcome<Done>> {
  return orNothing(app, async (tx): Promise<Outcome<Done>> => {
    const contract = await hold(tx, contractKey);
    if (!proposesAmendment(actor, contract.municipalityId))
      throw new DomainError('forbidden', 'no editor there');
    const [organisationId] = organisationsIn(actor, contract.municipalityId, 'editor');
    if (organisationId === undefined) throw new DomainError('forbidden', 'no member organisation there');
    const priority = await tx
      .selectFrom('priority')
      .select(['id', 'key'])
      .where('id', '=', command.priority)
      .where('contract_id', '=', contract.id)
      .executeTakeFirst();
    if (!priority) return { kind: 'refused', faults: [{ field: 'priority', key: 'form.fault.choice' }] };
    const today = dayOf(app.clock());
    if (command.holds_from < today) {
      return { kind: 'refused', faults: [{ field: 'holds_from', key: 'amendment.fault.past' }] };
    }
    const earlier = (await readAmendments(tx, contract.id)).filter(
      ({ priorityId }) => priorityId === priority.id,
    );
    const last = earlier.at(-1);
    if (earlier.length !== command.version) {
      const theirs = { statement_sq: last?.statement.sq ?? '', statement_en: last?.statement.en ?? '' };
      return { kind: 'conflict', theirs, theirVersion: earlier.length };
    }
    if (last && amendmentState(last, today).kind === 'pending') {
      return { kind: 'refused', faults: [{ field: 'priority', key: 'amendment.fault.pending' }] };
    }
    const number = earlier.length + 1;
    const key = `${priority.key}/amendment-${number}`;
    const id = idOf('amendment', key);
    await tx
      .insertInto('amendment')
      .values({
        id,
        key,
        priority_id: priority.id,
        number,
        organisation_id: organisationId,
        statement: JSON.stringify({ sq: command.statement_sq, en: command.statement_en }),
        reason: JSON.stringify({ sq: command.reason_sq, en: command.reason_en }),
        proposed_on: today,
        holds_from: command.holds_from,
      })
      .execute();
    await cite(tx, app, actor, contract, { id, key, kind: 'amendment' });
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'propose',
      subject: { kind: 'amendment', id },
      municipalityId: contract.municipalityId,
      after: { key, holdsFrom: command.holds_from },
      reason: command.reason_sq,
    });
    await noteRecordChange(tx, { tables: ['amendment'], municipalityIds: [contract.municipalityId] });
    return { kind: 'done', value: { contract: contract.key } };
  });
}

/**
 * Signs an amendment for one side, or declines it. Each side answers for itself; an editor may record what the town hall has
 * signed on paper, with the scan.
 */
export async function answerAmendment(
  app: App,
  actor: Actor,
  contractKey: string,
  command: z.infer<typeof schema.answerAmendment>,
  file: FormDataEntryValue | null = null,
): Promise<Outcome<Done>> {
  const accountId = accountOf(actor);
  const { taken, faults } = await takeScan(app, file);
  if (faults.length > 0) return { kind: 'refused', faults };
  return orNothing(app, async (tx): Promise<Outcome<Done>> => {
    const contract = await hold(tx, contractKey);
    if (!answersAmendment(actor, contract.municipalityId, command.side)) {
      if (!recordsOnPaper(actor, contract.municipalityId))
        throw new DomainError('forbidden', 'not their side');
      if (!taken) return { kind: 'refused', faults: [{ field: 'scan', key: 'amendment.fault.scan' }] };
    }
    const today = dayOf(app.clock());
    const amendment = (await readAmendments(tx, contract.id)).find(({ id }) => id === command.amendment);
    if (!amendment) throw notFound(`amendment ${command.amendment}`);
    const given = amendment.answers.find(({ side }) => side === command.side);
    // Handed in twice: it is there already.
    if (given?.answer === command.answer) return { kind: 'done', value: { contract: contract.key } };
    if (given || amendmentState(amendment, today).kind !== 'pending') {
      return { kind: 'refused', faults: [{ field: 'answer', key: 'amendment.fault.answered' }] };
    }
    if (command.answered_on > today || command.answered_on < amendment.proposedOn) {
      return { kind: 'refused', faults: [{ field: 'answered_on', key: 'amendment.fault.day' }] };
    }
    const isNamed = command.person !== null || command.name !== '';
    const person = isNamed ? await personOf(tx, contract, command) : null;
    if (person === undefined) {
      return { kind: 'refused', faults: [{ field: 'person', key: 'form.fault.choice' }] };
    }
    const scan = await keepScan(tx, taken);
    const key = `${amendment.key}/${command.side}`;
    const id = idOf('amendment_answer', key);
    await tx
      .insertInto('amendment_answer')
      .values({
        id,
        key,
        amendment_id: amendment.id,
        side: command.side,
        answer: command.answer,
        answered_on: command.answered_on,
        capacity: command.capacity,
        person_id: person?.id ?? null,
        reason: command.reason === '' ? null : JSON.stringify({ [command.reason_language]: command.reason }),
        scan_sha256: scan?.original ?? null,
        scan_copy_sha256: scan?.publicCopy ?? null,
      })
      .execute();
    await cite(tx, app, actor, contract, { id, key, kind: 'amendment_answer' });
    if (person?.isNew) await cite(tx, app, actor, contract, { id: person.id, key, kind: 'person' });
    await recordAudit(tx, {
      actor: accountId,
      action: command.answer === 'signed' ? 'sign' : 'decline',
      subject: { kind: 'amendment', id: amendment.id },
      municipalityId: contract.municipalityId,
      after: { side: command.side, on: command.answered_on },
      ...(command.reason === '' ? {} : { reason: command.reason }),
    });
    await noteRecordChange(tx, {
      tables: ['amendment_answer', ...(person?.isNew ? ['person'] : [])],
      municipalityIds: [contract.municipalityId],
    });
    return { kind: 'done', value: { contract: contract.key } };
  });
}
