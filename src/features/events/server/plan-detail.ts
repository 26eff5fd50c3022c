import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { EventDetail, TookPart } from '../detail.ts';
import type { EventSummary } from '../event.ts';
import { hasSite, isOnline, type Plan } from '../plan.ts';
import { takingPart } from '../taking-part.ts';
import { readSeries } from './parts-store.ts';
import * as store from './plan-parts-store.ts';
import { participantOf, partyOf } from './record-parts.ts';

/** A plan as events are listed. */
export function summaryOfPlan(plan: Plan): EventSummary {
  return {
    id: plan.id,
    key: plan.key,
    kind: plan.kind,
    title: plan.title,
    starts: plan.startsOn,
    ends: plan.endsOn === plan.startsOn ? null : plan.endsOn,
    startsAt: plan.startsAt,
    place: hasSite(plan) ? orNull(plan.place) : null,
    online: isOnline(plan),
    municipality:
      plan.municipalityKey !== null && plan.municipalityName !== null
        ? { key: plan.municipalityKey, name: plan.municipalityName }
        : null,
    participants: null,
    isCancelled: plan.state === 'cancelled',
  };
}

/** What was announced of an event, in the shape of one of the record. */
export async function detailOfPlan(db: Db, plan: Plan): Promise<EventDetail & { tookPart: TookPart[] }> {
  const [topics, parties, items, people, named, documents, series] = await Promise.all([
    store.readPlanTopics(db, plan.id),
    store.readPlanParties(db, plan.id),
    store.readPlanItems(db, plan.id),
    store.readPlanPeople(db, plan.id),
    store.readPlanMunicipalities(db, plan.id),
    store.readPlanDocuments(db, plan.id),
    plan.series === null ? [] : readSeries(db, plan.series),
  ]);
  return {
    ...summaryOfPlan(plan),
    endsAt: plan.endsAt,
    summary: orNull(plan.summary),
    hall: hasSite(plan) ? orNull(plan.hall) : null,
    access: orNull(plan.access),
    languages: plan.languages,
    interpretation: orNull(plan.interpretation),
    recordingUrl: plan.recordingUrl || null,
    topics,
    parties: parties.flatMap(partyOf),
    items,
    people: people.flatMap(({ name, ...row }) => (name === null ? [] : [participantOf({ ...row, name })])),
    tookPart: takingPart(named, people),
    documents: documents.flatMap(({ copy, shown, ...document }) =>
      copy === null || !shown ? [] : [{ ...document, href: `/files/${copy}` }],
    ),
    series,
    plan: { state: plan.state, cancelReason: plan.cancelReason },
  };
}

/** What is empty is not there. */
export function orNull(text: Localised): Localised | null {
  return Object.values(text).some(Boolean) ? text : null;
}
