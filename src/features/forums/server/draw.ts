import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import { fieldOf } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import type { LotCommand } from '../schema.ts';
import { readCandidacies, type CandidacyRow } from './candidacy-store.ts';
import { drawOrder, makeSeed } from './lot.ts';
import { replaceSeats, updatePlan } from './plan-store.ts';
import { holdPlan } from './plans.ts';
import { publishForum } from './publish.ts';

/**
 * Draws the lots of a forum, or writes down how they were drawn in the room. Until they are public they can be drawn again; every
 * drawing stays in the audit.
 * @param fields the form as typed: what was drawn in the room stands in `place-<candidacy>`
 */
export function drawLots(
  app: App,
  actor: Actor,
  id: string,
  { command, fields }: { command: LotCommand; fields: Fields },
): Promise<Outcome<{ order: readonly string[] }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ order: readonly string[] }>> => {
    const plan = await holdPlan(tx, actor, id);
    if (plan.forumId !== null && plan.lotMethod !== null) throw new DomainError('conflict', 'public lot');
    const all = await readCandidacies(tx, plan.municipalityId, plan.mandateId);
    const standing = all.filter(({ withdrawnOn }) => withdrawnOn === null);
    if (standing.length === 0) {
      return { kind: 'refused', faults: [{ field: 'drawnBy', key: 'forum.fault.no-candidates' }] };
    }
    const seed = command.method === 'program' ? makeSeed() : null;
    const drawn = seed === null ? orderTyped(standing, fields) : orderDrawn(standing, seed);
    if (drawn.faults.length > 0) return { kind: 'refused', faults: drawn.faults };
    const order = drawn.order.map((one) => one.id);
    await replaceSeats(tx, id, order);
    await updatePlan(tx, id, plan.version, {
      lot_method: command.method,
      lot_seed: seed,
      lot_drawn_by: command.drawnBy,
      lot_drawn_at: app.clock(),
    });
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'draw-lots',
      subject: { kind: 'forum', id },
      municipalityId: plan.municipalityId,
      after: {
        method: command.method,
        seed,
        drawn_by: command.drawnBy,
        order: drawn.order.map(({ name }) => name),
      },
    });
    await publishForum(tx, app, actor, id);
    return { kind: 'done', value: { order } };
  });
}

interface Drawn {
  order: readonly CandidacyRow[];
  faults: readonly FieldFault[];
}

function orderDrawn(standing: readonly CandidacyRow[], seed: string): Drawn {
  const names = drawOrder(
    seed,
    standing.map(({ name }) => name),
  );
  return { order: names.flatMap((name) => standing.filter((one) => one.name === name)), faults: [] };
}

/** Each place from 1 on, once. */
function orderTyped(standing: readonly CandidacyRow[], fields: Fields): Drawn {
  const placed = standing.map((one) => ({ one, place: fieldOf(fields, `place-${one.id}`).trim() }));
  const isPlace = (place: string) => /^[1-9]\d{0,2}$/.test(place) && Number(place) <= standing.length;
  const faults = placed
    .filter(
      ({ place, one }) =>
        !isPlace(place) || placed.some((other) => other.one !== one && other.place === place),
    )
    .map(({ one }): FieldFault => ({
      field: `place-${one.id}`,
      key: 'forum.fault.place',
      values: { most: standing.length },
    }));
  return {
    order: placed.toSorted((a, b) => Number(a.place) - Number(b.place)).map(({ one }) => one),
    faults,
  };
}
