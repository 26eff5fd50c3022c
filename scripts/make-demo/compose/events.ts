import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { conclusions, speakers } from '../record/conferences.ts';
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
  const seats = new Map<string, number>();
  for (const { event, name, capacity, attendance } of speakers) {
    const position = (seats.get(event) ?? 0) + 1;
    seats.set(event, position);
    const person = slugOf(name);
    draft.add('event-people', { id: `${event}/${person}`, event, person, position, capacity, attendance });
  }
  const read = new Map<string, number>();
  for (const { event, statement } of conclusions) {
    const position = (read.get(event) ?? 0) + 1;
    read.set(event, position);
    draft.add('conclusions', { id: `${event}/${position}`, event, position, statement });
  }
}
