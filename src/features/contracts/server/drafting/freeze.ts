import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { compiledTables, linkNeeds } from '#features/compiling/server/publish.ts';
import { linkedTables, linkForums } from '#features/forums/server/link-contract.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { readBody } from '../../contract-body.ts';
import type { publishDraft as publishSchema } from '../../draft-schema.ts';
import { publishesContract } from '../../policy.ts';
import { readPapers } from '../paper/approved-papers.ts';
import { accountOf } from './acting.ts';
import { updateDraft } from './drafts-store.ts';
import { conflictOf, holdDraft, type DraftRow } from './drafts.ts';
import { recordRows, type RecordRows } from './record-rows.ts';
import { readVersion } from './versions-store.ts';

/** The tables of the record that freezing writes. */
export const frozenTables = [
  'contract',
  'priority',
  'priority_place',
  'component',
  ...compiledTables,
  ...linkedTables,
];

async function insertRows(tx: Tx, rows: RecordRows): Promise<void> {
  await tx.insertInto('contract').values(rows.contract).execute();
  await tx.insertInto('priority').values(rows.priorities).execute();
  if (rows.places.length > 0) await tx.insertInto('priority_place').values(rows.places).execute();
  await tx.insertInto('component').values(rows.components).execute();
}

/** Ids of the fields and units that a text names. @throws where one is gone: texts are checked before */
async function idsIn(tx: Tx, table: 'field' | 'administrative_unit', keys: readonly string[]) {
  const rows = await tx
    .selectFrom(table)
    .select(['id', 'key'])
    .where('key', 'in', keys.length > 0 ? keys : [''])
    .execute();
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/**
 * Copies the approved version of a draft, which the caller holds, into the public record: from here on the text changes by
 * amendments alone. The caller ends its transaction with noteRecordChange for `frozenTables`.
 * @returns the contract's id
 */
export async function freezeDraft(tx: Tx, app: App, actor: Actor, draft: DraftRow): Promise<string> {
  if (draft.state === 'frozen' && draft.contractId !== null) return draft.contractId;
  if (draft.state !== 'approved' || draft.versionNumber === null) {
    throw new DomainError('conflict', `draft ${draft.id} is ${draft.state}`);
  }
  const version = await readVersion(tx, draft.id, draft.versionNumber);
  if (!version) throw new DomainError('conflict', `draft ${draft.id} has no version ${draft.versionNumber}`);
  const body = readBody(version.body);
  const today = dayOf(app.clock());
  const rows = recordRows(body, {
    draft,
    version,
    papers: await readPapers(tx, draft.id, version.number),
    today,
    fields: await idsIn(
      tx,
      'field',
      body.priorities.flatMap(({ field }) => field ?? []),
    ),
    units: await idsIn(
      tx,
      'administrative_unit',
      body.priorities.flatMap(({ places }) => places.map(({ unit }) => unit)),
    ),
  });
  await insertRows(tx, rows);
  const { contract } = rows;
  const source = {
    key: `work/contracts/${contract.key}`,
    title: `Kontrata Sociale e bashkisë ${draft.municipalityName}, ${draft.mandate.replace('-', '–')}`,
    publisher: pickText(draft.organisationName, 'sq'),
    publishedOn: today,
  };
  await citeWork(tx, source, [
    { id: contract.id, kind: 'contract' },
    ...rows.priorities.map(({ id }) => ({ id, kind: 'priority' })),
    ...rows.places.map(({ id }) => ({ id, kind: 'priority_place' })),
    ...rows.components.map(({ id }) => ({ id, kind: 'component' })),
  ]);
  await linkNeeds(tx, {
    municipalityId: draft.municipalityId,
    mandateId: draft.mandateId,
    contract,
    priorities: rows.priorities.map(({ id, key }, index) => ({
      id,
      key,
      candidateId: body.priorities[index]?.candidate ?? null,
    })),
    source,
  });
  await linkForums(tx, {
    municipalityId: draft.municipalityId,
    mandateId: draft.mandateId,
    contractId: contract.id,
    priorities: rows.priorities.flatMap(({ id }, index) => {
      const draftPriorityId = body.priorities[index]?.id;
      return draftPriorityId === undefined ? [] : [{ id, draftPriorityId }];
    }),
  });
  await updateDraft(tx, draft.id, { state: 'frozen', contract_id: contract.id });
  await recordAudit(tx, {
    actor: accountOf(actor),
    action: 'freeze',
    subject: { kind: 'contract', id: contract.id },
    municipalityId: draft.municipalityId,
    before: { state: draft.state },
    after: {
      key: contract.key,
      number: version.number,
      sha256: version.sha256,
      priorities: rows.priorities.length,
    },
  });
  return contract.id;
}

/** Publishes the approved text before anyone has signed: it freezes as a first signature would freeze it. */
export async function publishDraft(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof publishSchema>,
): Promise<Outcome<{ key: string }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ key: string }>> => {
    const draft = await holdDraft(tx, actor, draftId);
    if (!publishesContract(actor, draft.municipalityId))
      throw new DomainError('forbidden', 'no editor there');
    // Handed in twice, or signed meanwhile: it is published.
    if (draft.contractKey !== null) return { kind: 'done', value: { key: draft.contractKey } };
    const isAsRead = draft.version === command.version && draft.versionNumber === command.number;
    if (draft.state !== 'approved' || !isAsRead) return conflictOf(draft);
    const contractId = await freezeDraft(tx, app, actor, draft);
    await noteRecordChange(tx, { tables: frozenTables, municipalityIds: [draft.municipalityId] });
    const { key } = await tx
      .selectFrom('contract')
      .select('key')
      .where('id', '=', contractId)
      .executeTakeFirstOrThrow();
    return { kind: 'done', value: { key } };
  });
}
