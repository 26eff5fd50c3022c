import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { ListFilter } from '../list.ts';
import { modesOf } from '../mode.ts';
import { managesRegistration, readsRegistrations } from '../policy.ts';
import { readRegistered } from './list-store.ts';
import { readPlan, type RegistrationPlan } from './plan-store.ts';
import { hasSettings } from './registering.ts';

const most = 50;

/** @throws not-found where the event is not theirs to know or has no registration, forbidden for nobody */
export async function planToRead(
  db: Db,
  actor: Actor,
  key: string,
): Promise<RegistrationPlan & { actorId: string }> {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'registrations');
  const plan = await readPlan(db, { key });
  if (!hasSettings(plan) || !readsRegistrations(actor, plan)) throw notFound(`registrations for ${key}`);
  return { ...plan, actorId: actor.id };
}

/** Who registered for one way of taking part, in order: the addresses for those alone who manage the registration. */
export async function showList(app: App, actor: Actor, key: string, filter: ListFilter) {
  const plan = await planToRead(app.db, actor, key);
  const [first = 'on-site', ...others] = modesOf(plan.mode);
  const mode = others.find((one) => one === filter.mode) ?? first;
  const isManager = managesRegistration(actor, plan);
  const rows = await readRegistered(app.db, plan.id, {
    mode,
    state: filter.state,
    after: filter.after ?? 0,
    most: most + 1,
  });
  const shown = rows.slice(0, most);
  return {
    event: { key: plan.key, title: plan.title },
    modes: modesOf(plan.mode),
    mode,
    state: filter.state,
    isFirst: filter.after === undefined,
    questions: plan.settings.questions,
    keepDays: plan.settings.keepDays,
    isForgotten: plan.settings.forgottenAt !== null,
    mayExport: isManager,
    people: shown.map(
      ({ id, number, state, wantedMode, name, email, answers, accessNeeds, createdAt, arrivedAt }) => ({
        id,
        number,
        state,
        wantedMode,
        name,
        email: isManager ? email : null,
        answers,
        accessNeeds,
        createdAt,
        arrivedAt,
      }),
    ),
    next: rows.length > most ? shown.at(-1)?.number : undefined,
  };
}

export type ListPage = Awaited<ReturnType<typeof showList>>;
