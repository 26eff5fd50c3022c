import type { App } from '#server/app.ts';
import type { Sender } from '#server/http/large-forms.ts';
import { actorOf } from './actor.ts';
import { readVisitor } from './session.ts';

/**
 * Who sends a form with a file, asked by the front server before it reads it: someone who holds a role, someone whose session
 * has ended meanwhile, or anybody else.
 */
export async function senderOf(app: App, cookie: string | undefined): Promise<Sender> {
  const visitor = await readVisitor(app, cookie ?? null);
  if (visitor.kind === 'ended') return 'ended';
  if (visitor.kind !== 'signed-in') return 'nobody';
  const actor = await actorOf(app, visitor.account.id, visitor.passedSecondFactor);
  return actor.kind === 'account' && actor.grants.length > 0 ? 'works' : 'nobody';
}
