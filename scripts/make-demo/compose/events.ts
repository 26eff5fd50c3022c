import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { corrections } from '../record/event-corrections.ts';
import { conclusions, speakers } from '../record/conferences.ts';
import { followUps } from '../record/follow-up.ts';
import { secondCycle, upcoming } from '../record/events-now.ts';
import { firstCycle, secondContracts } from '../record/events-past.ts';

import { unitKey } from './places.ts';

/** Events, who spoke at them and what they concluded, into the draft. */
export function addEvents(draft: Draft): void {
  for (const one of [...firstCycle, ...secondContracts, ...secondCycle, ...upcoming]) {
    draft.add('events', {
      id: one.key,
      kind: one.kind,
      municipality: one.municipality ? slugOf(one.municipality) : null,
      unit: one.municipality && one.unit ? unitKey(one.municipality, one.unit) : null,
      mandate: one.mandate,
      title: one.title,
      starts: one.starts,
      ends: one.ends,
      starts_at: one.at,
      place: one.place,
      online: one.online ?? false,
      participants: one.participants?.[0],
      participants_is: one.participants?.[1],
      summary: one.summary,
    });
  }
  addCorrections(draft);
  const seats = new Map<string, number>();
  for (const { event, name, capacity, attendance } of speakers) {
    const position = (seats.get(event) ?? 0) + 1;
    seats.set(event, position);
    const person = slugOf(name);
    draft.add('event-people', {
      id: `${event}/${person}`,
      event,
      person,
      position,
      capacity,
      attendance,
      version: 1,
    });
  }
  const read = new Map<string, number>();
  for (const { event, statement } of conclusions) {
    const position = (read.get(event) ?? 0) + 1;
    read.set(event, position);
    const id = `${event}/${position}`;
    const due_on = followUps.find(({ conclusion }) => conclusion === id)?.due;
    draft.add('conclusions', { id, event, position, statement, due_on });
  }
  addFollowUps(draft);
}

/** What an event says since it was found wrong: all that it said, and what is otherwise. */
function addCorrections(draft: Draft): void {
  const events = [...firstCycle, ...secondContracts, ...secondCycle];
  for (const { event, version, corrected_on, reason, participants } of corrections) {
    const one = events.find(({ key }) => key === event);
    if (!one) throw new Error(`No event ${event}`);
    draft.add('event-corrections', {
      id: `${event}/v${version}/correction`,
      event,
      version,
      corrected_on,
      reason,
      kind: one.kind,
      title: one.title,
      summary: one.summary,
      starts: one.starts,
      ends: one.ends,
      starts_at: one.at,
      place: one.place,
      online: one.online ?? false,
      participants,
      participants_is: 'exact',
      counted_on: corrected_on,
    });
  }
}

/** Who follows conclusions up, and what came of them. */
function addFollowUps(draft: Draft): void {
  for (const { conclusion, followers, outcomes } of followUps) {
    for (const organisation of followers) {
      draft.add('conclusion-followers', { id: `${conclusion}/${organisation}`, conclusion, organisation });
    }
    for (const [
      index,
      { dated, statement, contract, priority, signature, completes },
    ] of outcomes.entries()) {
      draft.add('conclusion-outcomes', {
        id: `${conclusion}/outcome-${index + 1}`,
        conclusion,
        dated,
        statement,
        contract,
        priority,
        signature,
        completes: completes ?? false,
      });
    }
  }
}
