import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { answersFor, handlesReplies } from '../policy.ts';
import { stateOn } from '../state.ts';
import * as links from './link-store.ts';
import { readRequest, type ReplyRequest } from './request-store.ts';
import { sha256Of } from './token.ts';

/** How somebody came to a reply, and so what they may do with it. */
export interface Door {
  kind: 'link' | 'account' | 'staff';
  request: ReplyRequest;
  /** Who acts, as the audit names them: an account, or the link that was sent. */
  actor: string;
  /** The link that was followed; null where somebody came with an account. */
  linkId: string | null;
  /** Whether the reply can be changed through this door today. */
  mayWrite: boolean;
}

export type Opened = { kind: 'open'; door: Door } | { kind: 'wrong' | 'revoked' | 'expired' };

// One who follows links reads some pages a minute; one who tries addresses is slowed down soon.
const wrongTries = { name: 'reply-link-wrong', burst: 20, perSecond: 1 / 60 };
const changes = { name: 'reply-link', burst: 120, perSecond: 1 / 3 };

/**
 * Opens the reply that a link leads to. Opening uses nothing up: mail programs look at links before people do.
 * @throws too-many-requests for an address that tries links
 */
export async function openByLink(app: App, token: string, address: string): Promise<Opened> {
  const sha256 = sha256Of(app, token);
  const link = sha256 === undefined ? undefined : await links.readLink(app.db, sha256);
  if (!link) {
    const turn = await takeTurn(app, wrongTries, address);
    if (!turn.allowed) throw new DomainError('too-many-requests', 'links to replies');
    return { kind: 'wrong' };
  }
  const now = app.clock();
  if (link.revokedAt !== null) return { kind: 'revoked' };
  if (link.expiresAt <= now) return { kind: 'expired' };
  const request = await readRequest(app.db, link.assessmentId);
  if (!request) return { kind: 'wrong' };
  if (link.firstOpenedAt === null) await links.noteOpened(app.db, link.id, now);
  return {
    kind: 'open',
    door: {
      kind: 'link',
      request,
      actor: `reply-link ${link.id}`,
      linkId: link.id,
      mayWrite: isOpenTo(app, request),
    },
  };
}

/** Counts a change that comes by link. @throws too-many-requests for an address that sends more than people do */
export async function takeChange(app: App, address: string): Promise<void> {
  const turn = await takeTurn(app, changes, address);
  if (!turn.allowed) throw new DomainError('too-many-requests', 'replies by link');
}

/** Opens a reply with an account: the municipality's contact's, or staff's who type in what came on paper. */
export async function openByAccount(app: App, actor: Actor, assessmentId: string): Promise<Door> {
  const request = await readRequest(app.db, assessmentId);
  if (!request || actor.kind !== 'account') throw notFound(`reply of assessment ${assessmentId}`);
  if (answersFor(actor, request.municipalityId)) {
    return { kind: 'account', request, actor: actor.id, linkId: null, mayWrite: isOpenTo(app, request) };
  }
  // What the town hall has not handed in is its own: staff see here only what staff type.
  if (!handlesReplies(actor, request.municipalityId) || request.enteredBy === null) {
    throw notFound(`reply of assessment ${assessmentId}`);
  }
  const mayWrite = request.stage === 'reply' && request.submittedAt === null;
  return { kind: 'staff', request, actor: actor.id, linkId: null, mayWrite };
}

function isOpenTo(app: App, request: ReplyRequest): boolean {
  const isOpen = stateOn(request, dayOf(app.clock())) === 'open';
  return request.stage === 'reply' && isOpen && request.enteredBy === null;
}
