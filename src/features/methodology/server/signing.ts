import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Actor } from '#features/accounts/actor.ts';
import { jsonOrNull } from '#features/conclusions/localised.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage, type Localised } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { signsFor, worksOnMethodology, writesMethodology } from '../policy.ts';
import type { SignCommand } from '../schema.ts';
import { draftFields } from './drafting.ts';
import * as store from './store.ts';

/** Who has signed which version, of those whom someone reads, and the draft for who writes it. @throws forbidden */
export async function showMethodologyWork(app: App, actor: Actor) {
  if (!worksOnMethodology(actor)) throw new DomainError('forbidden', 'methodology');
  const writes = writesMethodology(actor);
  const own = signsFor(actor);
  const [latest, organisations, draft] = await Promise.all([
    store.readLatest(app.db),
    store.readSigning(app.db, dayOf(app.clock()), writes ? 'all' : own),
    writes ? store.readDraft(app.db) : undefined,
  ]);
  return {
    latest: latest ? { number: latest.number, publishedOn: latest.publishedOn, sha256: latest.sha256 } : null,
    organisations: organisations.map((one) => ({
      ...one,
      isUpToDate: latest !== undefined && one.number === latest.number,
      maySign: own.includes(one.id) && latest !== undefined && one.number !== latest.number,
    })),
    writes,
    draft: writes
      ? {
          fields:
            draft || !latest
              ? draftFields(draft)
              : draftFields({ text: latest.text, changes: {}, version: 0 }),
          version: draft?.version ?? null,
        }
      : null,
  };
}

export type MethodologyWork = Awaited<ReturnType<typeof showMethodologyWork>>;

/** Signs the newest version for an organisation. */
export async function signMethodology(app: App, actor: Actor, command: SignCommand): Promise<Outcome<null>> {
  if (actor.kind !== 'account' || !signsFor(actor).includes(command.organisation)) {
    throw new DomainError('forbidden', 'signature');
  }
  const account = actor.id;
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const latest = await store.readLatest(tx);
    if (latest?.number !== command.number) {
      return { kind: 'refused', faults: [{ field: 'agrees', key: 'methodology.fault.newer' }] };
    }
    const [organisation] = await tx
      .selectFrom('organisation')
      .select(['id', 'key'])
      .where('id', '=', command.organisation)
      .execute();
    if (!organisation) throw new DomainError('forbidden', 'signature');
    const { signedBy, capacitySq, capacityEn } = command;
    const isNew = await insertSignature(tx, {
      organisation,
      version: latest,
      signedOn: dayOf(app.clock()),
      signedBy,
      capacity: { sq: capacitySq, en: capacityEn },
    });
    if (isNew) {
      await recordAudit(tx, {
        actor: account,
        action: 'sign',
        subject: { kind: 'methodology', id: latest.id },
        after: { organisation: organisation.key, number: latest.number },
      });
    }
    return { kind: 'done', value: null };
  });
}

interface NewSignature {
  organisation: { id: string; key: string };
  version: { id: string; key: string; number: number };
  signedOn: string;
  signedBy: string;
  /** In what capacity, in the languages in which it is said. */
  capacity: Localised;
}

/** Puts a signature into the record; signed twice, it is signed once. @returns whether it is new */
export async function insertSignature(
  tx: Tx,
  { organisation, version, signedOn, signedBy, capacity }: NewSignature,
): Promise<boolean> {
  const key = `${organisation.key}/${version.key}`;
  const id = idOf('methodology_signature', key);
  const added = await tx
    .insertInto('methodology_signature')
    .values({
      id,
      key,
      version_id: version.id,
      organisation_id: organisation.id,
      signed_on: signedOn,
      signed_by: signedBy,
      capacity: jsonOrNull(capacity),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  const t = translator(defaultLanguage);
  const title = t('methodology.signature-source', { number: version.number });
  const source = {
    key: `work/methodology/signature/${key}`,
    title,
    publisher: t('site.name'),
    publishedOn: signedOn,
  };
  await citeWork(tx, source, [{ id, kind: 'methodology_signature' }]);
  await noteRecordChange(tx, { tables: ['methodology_signature', 'source'] });
  return true;
}
