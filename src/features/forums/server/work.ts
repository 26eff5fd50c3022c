import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';
import { forumsReach } from '../policy.ts';
import { listCandidacies } from './candidates.ts';
import { listPlans } from './plans.ts';

/** Forums and candidates of the municipalities that the actor reads. @throws forbidden to whom there are none */
export async function showForumWork(app: App, actor: Actor) {
  const reach = forumsReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'forums');
  const [plans, candidacies] = await Promise.all([listPlans(app, actor), listCandidacies(app, actor)]);
  return { plans, candidacies, mayWork: municipalitiesOf(actor, 'editor', 'facilitator').length > 0 };
}
