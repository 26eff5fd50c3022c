import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { writesMethodology } from '../policy.ts';
import type { DraftCommand } from '../schema.ts';
import { fingerprintOf } from './fingerprint.ts';
import * as store from './store.ts';

function coordinatorOf(actor: Actor): string {
  if (actor.kind !== 'account' || !writesMethodology(actor))
    throw new DomainError('forbidden', 'methodology');
  return actor.id;
}

/** Keeps the next version as a draft: nobody outside sees it. */
export async function saveDraft(app: App, actor: Actor, command: DraftCommand): Promise<Outcome<null>> {
  const account = coordinatorOf(actor);
  const { textSq, textEn, changesSq, changesEn, version } = command;
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = { text: { sq: textSq, en: textEn }, changes: { sq: changesSq, en: changesEn } };
    if (!(await store.writeDraft(tx, draft, version))) {
      const theirs = await store.readDraft(tx);
      return { kind: 'conflict', theirs: draftFields(theirs), theirVersion: theirs?.version ?? 0 };
    }
    await recordAudit(tx, { actor: account, action: 'change', subject: { kind: 'methodology' } });
    return { kind: 'done', value: null };
  });
}

export function draftFields(draft: Awaited<ReturnType<typeof store.readDraft>>): Fields {
  return {
    textSq: draft?.text.sq ?? '',
    textEn: draft?.text.en ?? '',
    changesSq: draft?.changes.sq ?? '',
    changesEn: draft?.changes.en ?? '',
  };
}

/** Publishes the draft as the next version. Members are asked to sign it; what they signed before stays signed. */
export async function publishVersion(
  app: App,
  actor: Actor,
  { version }: { version: number },
): Promise<Outcome<{ number: number }>> {
  const account = coordinatorOf(actor);
  const today = dayOf(app.clock());
  return inTransaction(app.db, async (tx): Promise<Outcome<{ number: number }>> => {
    const latest = await store.readLatest(tx);
    const current = await store.readDraft(tx);
    const changes = current?.changes.sq ?? '';
    if (latest && changes === '') {
      return { kind: 'refused', faults: [{ field: 'changesSq', key: 'methodology.fault.changes' }] };
    }
    const draft = await store.takeDraft(tx, version);
    if (!draft) {
      return { kind: 'conflict', theirs: draftFields(current), theirVersion: current?.version ?? 0 };
    }
    const number = (latest?.number ?? 0) + 1;
    const key = `v${number}`;
    const id = idOf('methodology_version', key);
    await tx
      .insertInto('methodology_version')
      .values({
        id,
        key,
        number,
        published_on: today,
        text: JSON.stringify(draft.text),
        changes: latest ? JSON.stringify(draft.changes) : null,
        sha256: fingerprintOf(draft.text),
      })
      .execute();
    const t = translator(defaultLanguage);
    const source = { key: `work/methodology/${key}`, title: t('methodology.source', { number }) };
    const cited = { ...source, publisher: t('site.name'), publishedOn: today };
    await citeWork(tx, cited, [{ id, kind: 'methodology_version' }]);
    await recordAudit(tx, {
      actor: account,
      action: 'publish',
      subject: { kind: 'methodology', id },
      after: { number },
    });
    await noteRecordChange(tx, { tables: ['methodology_version', 'source'] });
    return { kind: 'done', value: { number } };
  });
}
