import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { publishesContract } from '../../policy.ts';
import { orderFault } from '../../signing-order.ts';
import type {
  RecordFact,
  replaceFact as replaceSchema,
  withdrawFact as withdrawSchema,
} from '../../signing-schema.ts';
import { accountOf } from '../drafting/acting.ts';
import { holdDraft } from '../drafting/drafts.ts';
import { freezeDraft, frozenTables } from '../drafting/freeze.ts';
import { factRow, isSameFact, isSameSignatory, keyOfFact, type Scan } from './fact-row.ts';
import { personOf } from './people.ts';
import { publisherOf } from './publisher.ts';
import { orNothing } from './or-nothing.ts';
import { keepScan, takeScan } from './scan.ts';
import {
  lockContract,
  readEventsFor,
  readFacts,
  readOrganisationsOf,
  type HeldContract,
} from './signing-store.ts';

/** What a fact is about: a contract in the record, or a draft that was approved and is published with it. */
export type Target = { kind: 'contract'; key: string } | { kind: 'draft'; id: string };

export async function holdTarget(
  tx: Tx,
  app: App,
  actor: Actor,
  target: Target,
): Promise<{ contract: HeldContract; isNew: boolean }> {
  if (target.kind === 'contract') {
    const contract = await lockContract(tx, target.key);
    if (!contract) throw notFound(`contract ${target.key}`);
    if (!publishesContract(actor, contract.municipalityId))
      throw new DomainError('forbidden', 'no editor there');
    return { contract, isNew: false };
  }
  const draft = await holdDraft(tx, actor, target.id);
  if (!publishesContract(actor, draft.municipalityId)) throw new DomainError('forbidden', 'no editor there');
  const isNew = draft.contractId === null;
  const contractId = await freezeDraft(tx, app, actor, draft);
  const { key } = await tx
    .selectFrom('contract')
    .select('key')
    .where('id', '=', contractId)
    .executeTakeFirstOrThrow();
  const contract = await lockContract(tx, key);
  if (!contract) throw notFound(`contract ${key}`);
  return { contract, isNew };
}

interface Added {
  id: string;
  isNew: boolean;
  tables: string[];
}

async function wrongChoice(tx: Tx, contract: HeldContract, fact: RecordFact) {
  if (fact.signatory === 'organisation') {
    const known = await readOrganisationsOf(tx, contract.municipalityId);
    if (!known.some(({ id }) => id === fact.organisation)) return 'organisation';
  }
  if (fact.event !== null) {
    const events = await readEventsFor(tx, contract.municipalityId);
    if (!events.some(({ id }) => id === fact.event)) return 'event';
  }
  return undefined;
}

/** Adds a fact to a contract that the caller holds; refused where it cannot have happened so. */
async function addFact(
  tx: Tx,
  app: App,
  actor: Actor,
  given: { contract: HeldContract; fact: RecordFact; scan: Scan | undefined; without?: string },
): Promise<Outcome<Added>> {
  const { contract, fact, scan, without } = given;
  const today = dayOf(app.clock());
  if (fact.occurred_on > today) {
    return { kind: 'refused', faults: [{ field: 'occurred_on', key: 'signing.fault.future' }] };
  }
  const wrong = await wrongChoice(tx, contract, fact);
  if (wrong) return { kind: 'refused', faults: [{ field: wrong, key: 'form.fault.choice' }] };
  const isPerson = fact.signatory === 'candidate' || fact.signatory === 'mayor';
  const person = isPerson ? await personOf(tx, contract, fact) : null;
  if (person === undefined)
    return { kind: 'refused', faults: [{ field: 'person', key: 'form.fault.choice' }] };

  const facts = await readFacts(tx, contract.id);
  const standing = facts.filter(({ id, correctedOn }) => correctedOn === null && id !== without);
  const who = { signatory: fact.signatory, personId: person?.id ?? null, organisationId: fact.organisation };
  const own = standing.filter((row) => isSameSignatory(row, who));
  const same = own.find((row) => isSameFact(row, fact));
  // Handed in twice: it is there already.
  if (same) return { kind: 'done', value: { id: same.id, isNew: false, tables: [] } };
  const fault = orderFault([...own, { state: fact.state, occurredOn: fact.occurred_on, knownBy: null }]);
  if (fault) {
    const key = fault.kind === 'after-signed' ? 'signing.fault.after-signed' : 'signing.fault.order';
    return { kind: 'refused', faults: [{ field: 'state', key }] };
  }

  const organisation = (await readOrganisationsOf(tx, contract.municipalityId)).find(
    ({ id }) => id === fact.organisation,
  );
  const key = keyOfFact(
    contract.key,
    fact,
    person?.key ?? organisation?.key,
    facts.map((row) => row.key),
  );
  const id = idOf('signature', key);
  await tx
    .insertInto('signature')
    .values({ id, key, contract_id: contract.id, ...factRow(fact, person?.id ?? null, scan) })
    .execute();
  await citeWork(
    tx,
    {
      key: `work/signatures/${key}`,
      title: `Nënshkrimi i Kontratës Sociale, ${contract.municipalityName}: shënim i organizatës anëtare`,
      publisher: await publisherOf(tx, actor, contract.municipalityId),
      publishedOn: today,
    },
    [{ id, kind: 'signature' }, ...(person?.isNew ? [{ id: person.id, kind: 'person' }] : [])],
  );
  await recordAudit(tx, {
    actor: accountOf(actor),
    action: `record-${fact.state}`,
    subject: { kind: 'signature', id },
    municipalityId: contract.municipalityId,
    after: { key, signatory: fact.signatory, on: fact.occurred_on, expectedOn: fact.expected_on },
  });
  return {
    kind: 'done',
    value: { id, isNew: true, tables: person?.isNew ? ['person', 'signature'] : ['signature'] },
  };
}

/**
 * Records a dated fact about a contract's signature. The first one of an approved draft publishes and freezes it.
 * @param file the scanned document, where there is one
 */
export async function recordFact(
  app: App,
  actor: Actor,
  target: Target,
  fact: RecordFact,
  file: FormDataEntryValue | null = null,
): Promise<Outcome<{ contract: string }>> {
  accountOf(actor);
  const { taken, faults } = await takeScan(app, file);
  if (faults.length > 0) return { kind: 'refused', faults };
  return orNothing(app, async (tx): Promise<Outcome<{ contract: string }>> => {
    const { contract, isNew } = await holdTarget(tx, app, actor, target);
    const added = await addFact(tx, app, actor, { contract, fact, scan: await keepScan(tx, taken) });
    if (added.kind !== 'done') return added;
    const tables = [...(isNew ? frozenTables : []), ...added.value.tables];
    if (tables.length > 0) await noteRecordChange(tx, { tables, municipalityIds: [contract.municipalityId] });
    return { kind: 'done', value: { contract: contract.key } };
  });
}

/** The fact of a held contract that is to be corrected, if it stands. */
async function standingFact(tx: Tx, contract: HeldContract, id: string) {
  return (await readFacts(tx, contract.id)).find((row) => row.id === id && row.correctedOn === null);
}

async function writeCorrection(
  tx: Tx,
  app: App,
  actor: Actor,
  given: {
    contract: HeldContract;
    wrong: { id: string; key: string };
    replacement: string | null;
    words: { correction_sq: string; correction_en: string };
  },
): Promise<void> {
  const { contract, wrong, replacement, words } = given;
  const key = `${wrong.key}/correction`;
  const id = idOf('signature_correction', key);
  const today = dayOf(app.clock());
  const reason = { sq: words.correction_sq, ...(words.correction_en ? { en: words.correction_en } : {}) };
  await tx
    .insertInto('signature_correction')
    .values({
      id,
      key,
      signature_id: wrong.id,
      replacement_id: replacement,
      corrected_on: today,
      reason: JSON.stringify(reason),
    })
    .execute();
  await citeWork(
    tx,
    {
      key: `work/signatures/${key}`,
      title: `Korrigjim i një shënimi për nënshkrimin, ${contract.municipalityName}`,
      publisher: await publisherOf(tx, actor, contract.municipalityId),
      publishedOn: today,
    },
    [{ id, kind: 'signature_correction' }],
  );
  await recordAudit(tx, {
    actor: accountOf(actor),
    action: 'correct',
    subject: { kind: 'signature', id: wrong.id },
    municipalityId: contract.municipalityId,
    after: { replacement },
    reason: words.correction_sq,
  });
}

const gone: Outcome<never> = {
  kind: 'refused',
  faults: [{ field: 'correction_sq', key: 'signing.fault.corrected' }],
};

/** Says that a recorded fact was wrong and nothing holds in its place. The fact stays, and counts no more. */
export async function withdrawFact(
  app: App,
  actor: Actor,
  contractKey: string,
  command: z.infer<typeof withdrawSchema>,
): Promise<Outcome<{ contract: string }>> {
  return orNothing(app, async (tx): Promise<Outcome<{ contract: string }>> => {
    const { contract } = await holdTarget(tx, app, actor, { kind: 'contract', key: contractKey });
    const wrong = await standingFact(tx, contract, command.signature);
    if (!wrong) return gone;
    await writeCorrection(tx, app, actor, { contract, wrong, replacement: null, words: command });
    await noteRecordChange(tx, {
      tables: ['signature_correction'],
      municipalityIds: [contract.municipalityId],
    });
    return { kind: 'done', value: { contract: contract.key } };
  });
}

/** Says that a recorded fact was wrong, and what holds in its place. */
export async function replaceFact(
  app: App,
  actor: Actor,
  contractKey: string,
  command: z.infer<typeof replaceSchema>,
  file: FormDataEntryValue | null = null,
): Promise<Outcome<{ contract: string }>> {
  const { taken, faults } = await takeScan(app, file);
  if (faults.length > 0) return { kind: 'refused', faults };
  return orNothing(app, async (tx): Promise<Outcome<{ contract: string }>> => {
    const { contract } = await holdTarget(tx, app, actor, { kind: 'contract', key: contractKey });
    const wrong = await standingFact(tx, contract, command.signature);
    if (!wrong) return gone;
    // A document that was shown for the wrong entry is shown for the right one, unless there is another.
    const kept =
      wrong.scanSha256 === null
        ? undefined
        : { original: wrong.scanSha256, publicCopy: wrong.scanCopySha256 };
    const scan = (await keepScan(tx, taken)) ?? kept;
    const added = await addFact(tx, app, actor, { contract, fact: command, scan, without: wrong.id });
    if (added.kind !== 'done') return added;
    await writeCorrection(tx, app, actor, { contract, wrong, replacement: added.value.id, words: command });
    await noteRecordChange(tx, {
      tables: [...added.value.tables, 'signature_correction'],
      municipalityIds: [contract.municipalityId],
    });
    return { kind: 'done', value: { contract: contract.key } };
  });
}
