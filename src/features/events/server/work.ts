import type { Actor } from '#features/accounts/actor.ts';
import { historyOf } from '#features/audit/server/service.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError } from '#server/errors.ts';
import { mayChange, mayPublish, mayRun, planningReach } from '../policy.ts';
import { pendingChanges } from './corrections.ts';
import * as parts from './plan-parts-store.ts';
import { getPlan } from './plans.ts';

/** A plan with all that belongs to it, and what the actor may do with it. */
export async function showPlan(app: App, actor: Actor, key: string) {
  const plan = await getPlan(app.db, actor, key);
  const [topics, parties, items, people, municipalities, documents] = await Promise.all([
    parts.readPlanTopics(app.db, plan.id),
    parts.readPlanParties(app.db, plan.id),
    parts.readPlanItems(app.db, plan.id),
    parts.readPlanPeople(app.db, plan.id),
    parts.readPlanMunicipalities(app.db, plan.id),
    parts.readPlanDocuments(app.db, plan.id),
  ]);
  const isGuest = !mayRun(actor, plan);
  const decides = mayPublish(actor, plan);
  const isPublished = decides && plan.state === 'published';
  return {
    plan,
    topics,
    parties,
    items,
    people,
    municipalities,
    // Those who only come see of it what everyone sees.
    documents: isGuest ? documents.filter(({ shown }) => shown) : documents,
    isGuest,
    mayChange: mayChange(actor, plan),
    mayAnnounce: decides && plan.state === 'draft',
    mayCancel: decides && plan.state === 'announced',
    mayPublish: decides && plan.state === 'announced' && plan.startsOn <= dayOf(app.clock()),
    mayReopen: isPublished && plan.reopenedAt === null,
    /** What the record would say otherwise by now; of whoever decides what it says. */
    pending: isPublished ? await pendingChanges(app.db, plan) : [],
    history: isGuest ? [] : await historyOf(app, actor, { kind: 'event', id: plan.id }),
  };
}

export type PlanPage = Awaited<ReturnType<typeof showPlan>>;

/** Where someone can plan events; '' is the whole network. @throws forbidden who plans none */
export async function placesFor(app: App, actor: Actor) {
  const reach = planningReach(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'events');
  const municipalities = (await listMunicipalities(app)).filter(
    ({ id }) => reach === 'all' || reach.includes(id),
  );
  return { network: reach === 'all', municipalities: municipalities.map(optionOf) };
}

/** What can be chosen for a person or party: everyone and everything of the record. */
export async function choicesOf(app: App, language: Language) {
  const [municipalities, organisations, donors, people] = await Promise.all([
    listMunicipalities(app),
    app.db.selectFrom('organisation').select(['id', 'name']).execute(),
    app.db.selectFrom('donor').select(['id', 'name']).execute(),
    app.db.selectFrom('person').select(['id', 'name']).orderBy('name').limit(2000).execute(),
  ]);
  const named = (row: { id: string; name: Parameters<typeof pickText>[0] }) => ({
    value: row.id,
    label: pickText(row.name, language),
  });
  return {
    municipalities: municipalities.map(optionOf),
    organisations: organisations.map(named),
    donors: donors.map(named),
    people: people.map(optionOf),
  };
}

export type PlanChoices = Awaited<ReturnType<typeof choicesOf>>;

function optionOf({ id, name }: { id: string; name: string }) {
  return { value: id, label: name };
}
