import type { App } from '#server/app.ts';
import { instantOf } from '../local-time.ts';
import { isStanding } from '../mode.ts';
import { isOver } from './certificate.ts';
import { fieldsOf, openLink } from './managing.ts';
import { presentForm, presentPlan } from './public.ts';
import { stageAt } from './registering.ts';
import { countAhead, type Registration } from './store.ts';
import { doorCode } from './token.ts';

/** So long before the beginning the way into an online event is shown. */
const ahead = 60 * 60 * 1000;

/** Where somebody stands in the order of the mode that they wait for. */
function lineOf(person: Registration) {
  const { planId, mode, number, wantedMode, wantedNumber } = person;
  return { planId, mode: wantedMode ?? mode, number: wantedNumber ?? number };
}

/** What somebody sees of their registration; undefined for a link that opens nothing. */
export async function showByLink(app: App, token: string, address: string) {
  const opened = await openLink(app, token, address);
  if (!opened) return undefined;
  const { plan, person } = opened;
  const now = app.clock();
  const starts = instantOf(plan.startsOn, plan.startsAt).getTime();
  const ends = instantOf(plan.endsOn, plan.endsAt).getTime();
  const hasPlace = person.state === 'place';
  const isTime = now.getTime() >= starts - ahead && now.getTime() < ends;
  const stage = stageAt(plan, now);
  return {
    event: presentPlan(plan),
    isCancelled: stage === 'cancelled',
    cancelReason: plan.cancelReason,
    isOver: isOver(plan, now),
    name: person.name,
    mode: person.mode,
    state: person.state,
    offeredUntil: person.offeredUntil,
    ahead: person.state === 'waiting' ? await countAhead(app.db, person) : 0,
    mayVote: (hasPlace || person.arrivedAt !== null) && plan.state === 'announced' && !isOver(plan, now),
    wanted:
      person.wantedMode === null
        ? undefined
        : { mode: person.wantedMode, ahead: await countAhead(app.db, lineOf(person)) },
    arrivedAt: person.arrivedAt,
    code: hasPlace && person.mode === 'on-site' ? doorCode(app, person.id) : undefined,
    online: {
      isTheirs: hasPlace && person.mode === 'online',
      address: hasPlace && person.mode === 'online' && isTime ? plan.onlineUrl : '',
    },
    mayChange:
      isStanding(person.state) &&
      stage !== 'cancelled' &&
      now.getTime() < starts &&
      person.arrivedAt === null,
    fields: { ...fieldsOf(person), version: String(person.version) },
    form: await presentForm(app.db, plan),
  };
}

export type ManagePage = NonNullable<Awaited<ReturnType<typeof showByLink>>>;
