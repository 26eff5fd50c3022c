import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import type { Freeze } from '../freeze.ts';
import type { SaveFreeze } from '../schema.ts';
import * as store from './freeze-store.ts';
import { asPlanner } from './plans.ts';

type Stored = NonNullable<Awaited<ReturnType<typeof store.readFreeze>>>;

/** The freezes that hold on a day or later: what isFrozen and freezeOn are asked with. */
export async function listFreezes(db: Db, from: string) {
  return store.readFreezes(db, from) satisfies Promise<Freeze[]>;
}

/** Every freeze, and where one can be set. @throws forbidden */
export async function showFreezes(app: App, actor: Actor) {
  asPlanner(actor);
  const [freezes, municipalities] = await Promise.all([
    store.readFreezes(app.db, '1900-01-01'),
    store.readMunicipalities(app.db),
  ]);
  return { freezes, municipalities };
}

function auditedState({ municipalityId, since, until }: Freeze) {
  return { municipalityId, since, until };
}

/** Sets days on which nothing is published, or changes them. @throws forbidden, not-found */
export async function saveFreeze(
  app: App,
  actor: Actor,
  id: string | undefined,
  command: SaveFreeze,
): Promise<Outcome<null>> {
  const by = asPlanner(actor);
  const { municipality, since, until, reason, version } = command;
  const row = { municipality_id: municipality, since, until, reason: JSON.stringify(reason) };
  return inTransaction(app.db, async (tx) => {
    const places = await store.readMunicipalities(tx);
    if (municipality !== null && !places.some((place) => place.id === municipality))
      return { kind: 'refused', faults: [{ field: 'municipality', key: 'form.fault.choice' }] };
    const freezeId = id ?? randomUUID();
    const before = id === undefined ? undefined : await store.readFreeze(tx, id);
    if (id !== undefined && !before) throw notFound(`freeze ${id}`);
    if (!before) await store.insertFreeze(tx, { id: freezeId, ...row });
    else if (!(await store.updateFreeze(tx, freezeId, row, version ?? 0))) return conflictWith(before);
    await recordAudit(tx, {
      actor: by,
      action: before ? 'change' : 'set-up',
      subject: { kind: 'publication-freeze', id: freezeId },
      ...(municipality === null ? {} : { municipalityId: municipality }),
      ...(before ? { before: auditedState(before) } : {}),
      after: { municipalityId: municipality, since, until },
    });
    return { kind: 'done', value: null };
  });
}

function conflictWith({ municipalityId, since, until, reason, version }: Stored) {
  return {
    kind: 'conflict' as const,
    theirs: {
      municipality: municipalityId ?? '',
      since,
      until,
      reason_sq: reason.sq ?? '',
      reason_en: reason.en ?? '',
    },
    theirVersion: version,
  };
}

/** Takes a freeze away, with the reason. @throws forbidden, not-found */
export async function removeFreeze(
  app: App,
  actor: Actor,
  id: string,
  { why }: { why: string },
): Promise<Outcome<null>> {
  const by = asPlanner(actor);
  return inTransaction(app.db, async (tx) => {
    const before = await store.readFreeze(tx, id);
    if (!before) throw notFound(`freeze ${id}`);
    await store.deleteFreeze(tx, id);
    await recordAudit(tx, {
      actor: by,
      action: 'remove',
      subject: { kind: 'publication-freeze', id },
      ...(before.municipalityId === null ? {} : { municipalityId: before.municipalityId }),
      before: auditedState(before),
      reason: why,
    });
    return { kind: 'done', value: null };
  });
}

/** @throws forbidden, not-found */
export async function showFreeze(app: App, actor: Actor, id: string) {
  const { freezes, municipalities } = await showFreezes(app, actor);
  const freeze = freezes.find((one) => one.id === id);
  if (!freeze) throw notFound(`freeze ${id}`);
  return { freeze, municipalities };
}
