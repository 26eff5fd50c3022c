import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayAfter } from '#features/calendar/day.ts';
import { localTime } from '../local-time.ts';
import { modesOf } from '../mode.ts';
import { worksAtDoor } from '../policy.ts';
import { readModes } from './plan-store.ts';
import { presentPlan } from './public.ts';
import { hasSettings, stageAt } from './registering.ts';
import { planToManage, typedSettings } from './settings.ts';
import { countAnswers, countStates } from './store.ts';

/** The registration of an event as its organisers see it. */
export async function showSettings(app: App, actor: Actor, key: string) {
  const plan = await planToManage(app.db, actor, key);
  const common = {
    event: presentPlan(plan),
    state: plan.state,
    modes: modesOf(plan.mode),
    goesToDoor: worksAtDoor(actor, plan),
  };
  if (!hasSettings(plan)) {
    const today = localTime(app.clock()).day;
    const closesOn = plan.startsOn;
    const opensOn = today < closesOn ? today : dayAfter(closesOn, -14);
    const fields = { opensOn, opensAt: '08:00', closesOn, closesAt: plan.startsAt, keepDays: '30' };
    return { ...common, fields, version: undefined, questions: [], stage: undefined, counts: [] };
  }
  const [modes, states, answers] = await Promise.all([
    readModes(app.db, plan.id),
    countStates(app.db, plan.id),
    countAnswers(app.db, plan.id),
  ]);
  const countOf = (mode: string, ...of: string[]) =>
    states
      .filter((one) => one.mode === mode && of.includes(one.state))
      .reduce((sum, { people }) => sum + people, 0);
  return {
    ...common,
    fields: await typedSettings(app.db, plan),
    version: plan.settings.version,
    questions: plan.settings.questions.map((one) => ({ ...one, answers: answers.get(one.id) ?? 0 })),
    stage: stageAt(plan, app.clock()),
    counts: modes.map(({ mode, capacity }) => ({
      mode,
      capacity,
      place: countOf(mode, 'place'),
      offered: countOf(mode, 'offered'),
      waiting: countOf(mode, 'waiting'),
      cancelled: countOf(mode, 'cancelled', 'lapsed'),
    })),
  };
}

export type SettingsPage = Awaited<ReturnType<typeof showSettings>>;
