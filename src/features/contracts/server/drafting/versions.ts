import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { readBody } from '../../contract-body.ts';
import { seesApproved, seesDraft } from '../../policy.ts';
import { listFields } from '../service.ts';
import { accountOf } from './acting.ts';
import { bodyOf, sealed } from './body.ts';
import { readDraft } from './drafts-store.ts';
import { getDraft, holdForWriting, type DraftRow } from './drafts.ts';
import { readUnits } from './text-store.ts';
import * as store from './versions-store.ts';

/** Keeps what the draft says now as its next version; where nothing changed since the last one, that one stands. */
export async function keepVersionIn(
  tx: Tx,
  app: App,
  actor: Actor,
  draft: DraftRow,
  note: string,
): Promise<{ number: number; sha256: string }> {
  const { text, sha256 } = sealed(await bodyOf(tx, draft));
  const latest = await store.readLatestVersion(tx, draft.id);
  if (latest?.sha256 === sha256) return latest;
  const author = accountOf(actor);
  const number = (latest?.number ?? 0) + 1;
  await store.insertVersion(tx, {
    draft_id: draft.id,
    number,
    body: text,
    sha256,
    note,
    author,
    made_at: app.clock(),
  });
  await recordAudit(tx, {
    actor: author,
    action: 'keep-version',
    subject: { kind: 'contract-draft', id: draft.id },
    municipalityId: draft.municipalityId,
    after: { number, sha256 },
  });
  return { number, sha256 };
}

export async function keepVersion(
  app: App,
  actor: Actor,
  draftId: string,
  { note }: { note: string },
): Promise<Outcome<{ number: number }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ number: number }>> => {
    const draft = await holdForWriting(tx, actor, draftId);
    if (draft.state !== 'draft') {
      return { kind: 'refused', faults: [{ field: 'note', key: 'drafting.fault.closed' }] };
    }
    const { number } = await keepVersionIn(tx, app, actor, draft, note);
    return { kind: 'done', value: { number } };
  });
}

/** @throws not-found; the town hall's contact sees the approved one alone */
export async function showVersion(app: App, actor: Actor, draftId: string, number: number) {
  const draft = await readDraft(app.db, draftId);
  if (!draft || !seesApproved(actor, draft)) throw notFound(`draft ${draftId}`);
  const seesAll = seesDraft(actor, draft.municipalityId);
  if (!seesAll && draft.versionNumber !== number) throw notFound(`version ${number} of ${draftId}`);
  const version = await store.readVersion(app.db, draft.id, number);
  if (!version) throw notFound(`version ${number} of ${draftId}`);
  const names = await namesFor(app, draft);
  return { draft, version: { ...version, body: readBody(version.body) }, seesAll, names };
}

/** What fields and units are called. */
async function namesFor(app: App, draft: DraftRow) {
  const [fields, units] = await Promise.all([listFields(app), readUnits(app.db, draft.municipalityId)]);
  return { fields, units };
}

/** Two versions, the earlier first; without numbers the last two. @throws not-found */
export async function showTwoVersions(
  app: App,
  actor: Actor,
  draftId: string,
  numbers: { from?: number | undefined; to?: number | undefined },
) {
  const draft = await getDraft(app.db, actor, draftId);
  const versions = await store.readVersions(app.db, draft.id);
  const to = numbers.to ?? versions[0]?.number;
  const from = numbers.from ?? versions.find(({ number }) => to !== undefined && number < to)?.number ?? to;
  const names = await namesFor(app, draft);
  if (to === undefined || from === undefined) return { draft, versions, names, pair: null };
  const [older, newer] = await Promise.all([
    store.readVersion(app.db, draft.id, Math.min(from, to)),
    store.readVersion(app.db, draft.id, Math.max(from, to)),
  ]);
  if (!older || !newer) throw notFound(`versions ${from} and ${to} of ${draftId}`);
  return {
    draft,
    versions,
    names,
    pair: {
      older: { ...older, body: readBody(older.body) },
      newer: { ...newer, body: readBody(newer.body) },
    },
  };
}
