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
import { decisionOf, reviewFields, wordsOf } from '../review.ts';
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
    /** The decision and the words that the reviewer began from. */
    was: z.string().max(600).optional(),
    said: z.string().max(4000).optional(),
  })
  .refine(({ review, note }) => review !== 'withheld' || note !== '', {
    path: ['note'],
    message: 'listening.fault.reason',
  });

type Decision = z.output<typeof decision> & { number: number; isRest: boolean };

/**
 * Decides which needs the public sees. The button "accept the rest" decides those that nobody has decided. Of a need
 * that someone else decided or reworded meanwhile both versions are shown, and nothing is saved then.
 */
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
    const asked = decisions.filter((one) => isDecided(one, byId.get(one.id)));
    const stale = asked.filter((one) => isStale(one, byId.get(one.id)));
    if (stale.length > 0) return conflictOf(stale, byId, held.version);
    const changed = asked.filter(({ id: need, review, note }) => {
      const now = byId.get(need);
      return now && decisionOf(now.review, now.reviewNote) !== decisionOf(review, note);
    });
    const foreign = changed.find(({ id: need, review }) => {
      const now = byId.get(need);
      return review === 'accepted' && now && !isReadable(now);
    });
    if (foreign) return refused(controlName(foreign.number, 'review'), 'listening.fault.translation');
    const written = changed.map(({ id: need, review, note }) => ({
      id: need,
      version: byId.get(need)?.version ?? 0,
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

/** Whether the reviewer decided it, rather than leaving it as it was drawn. */
function isDecided({ review, note, was, isRest }: Decision, now: store.VoicedNeed | undefined): boolean {
  // A need that was removed meanwhile has nothing to decide; the rest is what nobody has decided.
  if (!now || (isRest && now.review !== 'open')) return false;
  return decisionOf(review, note) !== was;
}

/** Whether the decision was made about something else than what stands now. */
function isStale({ version: seen, review, note, said }: Decision, now: store.VoicedNeed | undefined) {
  if (!now || now.version === seen) return false;
  return said !== wordsOf(now) || decisionOf(now.review, now.reviewNote) !== decisionOf(review, note);
}

function conflictOf(
  stale: readonly Decision[],
  byId: ReadonlyMap<string, store.VoicedNeed>,
  version: number,
): Outcome<never> {
  const theirs = stale.map(({ number, id: need }) => {
    const now = byId.get(need);
    return now ? reviewFields(number, now) : {};
  });
  return { kind: 'conflict', theirs: Object.assign({}, ...theirs), theirVersion: version };
}

function readDecisions(fields: Fields) {
  const acceptsRest = fieldOf(fields, 'rest') !== '';
  const faults: FieldFault[] = [];
  const decisions: Decision[] = [];
  for (const [number, cells] of rowsOf(fields)) {
    const parsed = decision.safeParse(cells);
    if (!parsed.success) {
      faults.push(
        ...faultsOf(parsed.error).map((fault) => ({ ...fault, field: controlName(number, fault.field) })),
      );
      continue;
    }
    const isRest = acceptsRest && parsed.data.review === 'open';
    decisions.push({ ...parsed.data, ...(isRest ? { review: 'accepted' } : {}), isRest, number });
  }
  return { decisions, faults };
}
