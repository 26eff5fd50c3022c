import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { choice, id, optionalText, version } from '#forms/fields.ts';
import { faultsOf } from '#forms/faults.ts';
import { fieldOf, type FieldFault, type Fields, type Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { controlName, rowsOf } from '../need-table.ts';
import { isReadable } from '../publication.ts';
import { accountOf, sessionToPublish } from './access.ts';
import * as store from './needs-store.ts';
import { done, refused } from './outcomes.ts';
import { holdSession } from './sessions-store.ts';

const decision = z
  .object({
    id: id(),
    version: version(),
    review: choice(['open', 'accepted', 'withheld']).default('open'),
    note: optionalText(500),
  })
  .refine(({ review, note }) => review !== 'withheld' || note !== '', {
    path: ['note'],
    message: 'listening.fault.reason',
  });

/** Decides which needs the public sees. The button "accept the rest" decides those that nobody has decided. */
export async function reviewNeeds(
  app: App,
  actor: Actor,
  sessionId: string,
  fields: Fields,
  requestId?: string,
): Promise<Outcome<{ decided: number }>> {
  const account = accountOf(actor);
  await sessionToPublish(app.db, actor, sessionId);
  const { decisions, faults } = readDecisions(fields);
  if (faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    if (held.state !== 'held') return refused('needs', 'listening.fault.not-held');
    const stored = await store.readVoicedNeeds(tx, held.municipalityId, sessionId);
    const byId = new Map(stored.map((need) => [need.id, need]));
    const changed = decisions.filter(({ id: need, review, note }) => {
      const now = byId.get(need);
      return now && (now.review !== review || now.reviewNote !== (review === 'withheld' ? note : ''));
    });
    const stale = decisions.find(({ id: need, version: seen }) => byId.get(need)?.version !== seen);
    if (stale) return refused(controlName(stale.number, 'review'), 'listening.fault.changed');
    const foreign = changed.find(({ id: need, review }) => {
      const now = byId.get(need);
      return review === 'accepted' && now && !isReadable(now);
    });
    if (foreign) return refused(controlName(foreign.number, 'review'), 'listening.fault.translation');
    const written = changed.map(({ id: need, version: seen, review, note }) => ({
      id: need,
      version: seen,
      review,
      note: review === 'withheld' ? note : '',
    }));
    await store.decideNeeds(tx, held.municipalityId, sessionId, written, account);
    if (written.length > 0) {
      await recordAudit(tx, {
        actor: account,
        action: 'review-needs',
        subject: { kind: 'listening-session', id: sessionId },
        municipalityId: held.municipalityId,
        before: { reviews: written.map((one) => ({ id: one.id, review: byId.get(one.id)?.review ?? '' })) },
        after: { reviews: written.map(({ id: need, review, note }) => ({ id: need, review, note })) },
        ...(requestId ? { requestId } : {}),
      });
    }
    return done({ decided: written.length });
  });
}

function readDecisions(fields: Fields) {
  const acceptsRest = fieldOf(fields, 'rest') !== '';
  const faults: FieldFault[] = [];
  const decisions: (z.output<typeof decision> & { number: number })[] = [];
  for (const [number, cells] of rowsOf(fields)) {
    const parsed = decision.safeParse(cells);
    if (!parsed.success) {
      faults.push(
        ...faultsOf(parsed.error).map((fault) => ({ ...fault, field: controlName(number, fault.field) })),
      );
      continue;
    }
    const review = acceptsRest && parsed.data.review === 'open' ? 'accepted' : parsed.data.review;
    decisions.push({ ...parsed.data, review, number });
  }
  return { decisions, faults };
}
