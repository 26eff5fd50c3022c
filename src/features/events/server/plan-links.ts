import type { Actor } from '#features/accounts/actor.ts';
import { mayWriteAfter } from '#features/conclusions/policy.ts';
import { mayModerateFloor } from '#features/floor/policy.ts';
import { managesRegistration, readsRegistrations, worksAtDoor } from '#features/registration/policy.ts';
import { countsOnline } from '#features/registration/server/online.ts';
import { findRegistrationPlan } from '#features/registration/server/public.ts';
import type { App } from '#server/app.ts';
import { isPublic } from '../plan.ts';
import { mayRead } from '../policy.ts';
import { findPlan } from './find-plan.ts';

const pages = ['plan', 'registration', 'registrations', 'door', 'online', 'floor', 'after'] as const;
export type PlanPageName = (typeof pages)[number];

/** The pages of a plan that are open to somebody, in the order in which an event is worked on; none where it is not theirs to know. */
export async function listPlanPages(app: App, actor: Actor, key: string): Promise<PlanPageName[]> {
  if (actor.kind === 'nobody') return [];
  const [plan, own] = await Promise.all([findRegistrationPlan(app, key), findPlan(app.db, key)]);
  if (!plan || !own) return [];
  const isRegisteredFor = plan.settings !== undefined;
  const isOpen = {
    plan: mayRead(actor, own),
    registration: managesRegistration(actor, plan),
    registrations: isRegisteredFor && readsRegistrations(actor, plan),
    door: isRegisteredFor && worksAtDoor(actor, plan),
    online: managesRegistration(actor, plan) && countsOnline(plan, app.clock()),
    floor: isPublic(plan) && mayModerateFloor(actor, plan),
    after: isPublic(plan) && mayWriteAfter(actor, plan),
  };
  return pages.filter((page) => isOpen[page]);
}
