import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { EventFacts } from '../event-facts.ts';
import { readPlanConclusions } from './plan-store.ts';

/** The facts of a gathering as its plan has them: for a draft, before anything is public. Figures are not known yet. */
export async function factsOfPlan(db: Db, planId: string): Promise<EventFacts> {
  const plan = await db
    .selectFrom('event_plan')
    .selectAll()
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  const [parties, municipalities, items, people, conclusions] = await Promise.all([
    readParties(db, planId),
    readMunicipalities(db, planId),
    db
      .selectFrom('event_plan_item')
      .select(['held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt', 'title'])
      .where('plan_id', '=', planId)
      .orderBy('position')
      .execute(),
    readPeople(db, planId),
    readPlanConclusions(db, planId),
  ]);
  return {
    key: plan.key,
    version: 1,
    kind: plan.kind,
    title: plan.title,
    summary: plan.summary,
    starts: plan.starts_on,
    ends: plan.ends_on === plan.starts_on ? null : plan.ends_on,
    startsAt: plan.starts_at,
    endsAt: plan.ends_at,
    place: plan.place,
    hall: plan.hall,
    online: plan.mode !== 'on-site',
    recordingUrl: plan.recording_url || null,
    parties,
    municipalities,
    items,
    people,
    participants: null,
    modes: [],
    conclusions: conclusions.map(({ statement, followedUpBy, organisationName, dueOn }, index) => ({
      position: index + 1,
      statement,
      followers: [organisationName, hasWords(followedUpBy) ? followedUpBy : null].filter(
        (one) => one !== null,
      ),
      dueOn,
      outcomes: [],
    })),
    texts: { minutes: plan.minutes, 'press-release': plan.press_release },
  };
}

function hasWords(text: Localised): boolean {
  return Object.values(text).some(Boolean);
}

async function readParties(db: Db, planId: string): Promise<EventFacts['parties']> {
  const rows = await db
    .selectFrom('event_plan_party as party')
    .leftJoin('organisation', 'organisation.id', 'party.organisation_id')
    .leftJoin('donor', 'donor.id', 'party.donor_id')
    .select((eb) => [
      'party.role',
      'party.through',
      eb.fn.coalesce('party.name', 'organisation.name', 'donor.name').as('name'),
    ])
    .where('party.plan_id', '=', planId)
    .orderBy('party.position')
    .execute();
  return rows.flatMap(({ name, ...row }) => (name === null ? [] : [{ ...row, name }]));
}

async function readMunicipalities(db: Db, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('municipality')
    .select('name')
    .where(sql<boolean>`id IN (SELECT municipality_id FROM event_plan_from WHERE plan_id = ${planId})`)
    .orderBy('key')
    .execute();
  return rows.map(({ name }) => name);
}

async function readPeople(db: Db, planId: string): Promise<EventFacts['people']> {
  const rows = await db
    .selectFrom('event_plan_person as taking_part')
    .leftJoin('person', 'person.id', 'taking_part.person_id')
    .select((eb) => [
      eb.fn.coalesce('taking_part.name', 'person.name').as('name'),
      'taking_part.capacity',
      'taking_part.attendance',
    ])
    .where('taking_part.plan_id', '=', planId)
    .orderBy('taking_part.position')
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? '' }));
}
