import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { SessionFilter } from '../schema.ts';

export function readSession(db: Db, id: string) {
  return db
    .selectFrom('listening_session as session')
    .innerJoin('municipality', 'municipality.id', 'session.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'session.mandate_id')
    .innerJoin('organisation', 'organisation.id', 'session.organisation_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'session.unit_id')
    .leftJoin('event', 'event.id', 'session.event_id')
    .select([
      'session.id',
      'session.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'session.organisation_id as organisationId',
      'organisation.name as organisationName',
      'session.mandate_id as mandateId',
      'mandate.key as mandate',
      'session.unit_id as unitId',
      'unit.name as unitName',
      'session.kind',
      'session.held_on as heldOn',
      'session.starts_at as startsAt',
      'session.place',
      'session.access_notes as accessNotes',
      'session.target_groups as targetGroups',
      'session.state',
      'session.cancel_reason as cancelReason',
      'session.announced',
      'session.channel',
      'session.languages',
      'session.participants',
      'session.minutes',
      'session.summary_sq as summarySq',
      'session.summary_en as summaryEn',
      'session.counts_note as countsNote',
      'session.counts_note_language as countsNoteLanguage',
      'session.version',
      'event.key as eventKey',
    ])
    .where('session.id', '=', id)
    .executeTakeFirst();
}

/** Holds the session's row until the transaction ends: whoever else changes it, or what hangs on it, waits. */
export function holdSession(tx: Tx, id: string) {
  return tx
    .selectFrom('listening_session')
    .select(['id', 'state', 'version', 'municipality_id as municipalityId', 'mandate_id as mandateId'])
    .select('participants')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export function readFacilitators(db: Db, sessionId: string) {
  return db
    .selectFrom('listening_facilitator as one')
    .leftJoin('account', 'account.id', 'one.account_id')
    .select(['one.account_id as accountId', sql<string>`coalesce(account.name, one.name)`.as('name')])
    .where('one.session_id', '=', sessionId)
    .orderBy('one.position')
    .execute();
}

export async function writeFacilitators(
  tx: Tx,
  sessionId: string,
  people: readonly ({ account_id: string } | { name: string })[],
): Promise<void> {
  await tx.deleteFrom('listening_facilitator').where('session_id', '=', sessionId).execute();
  if (people.length === 0) return;
  await tx
    .insertInto('listening_facilitator')
    .values(people.map((one, index) => ({ session_id: sessionId, position: index + 1, ...one })))
    .execute();
}

interface ListFilter extends SessionFilter {
  today: string;
  /** Where the actor may read. */
  within: 'all' | readonly string[];
  limit: number;
}

/** In the calendar's order: those ahead soonest first, those behind latest first. */
export function readSessions(db: Db, filter: ListFilter) {
  const isComing = filter.when === 'coming';
  const direction = isComing ? ('asc' as const) : ('desc' as const);
  const [day = '', id = ''] = filter.after?.split('_') ?? [];
  return selectListed(db, filter.within)
    .where('session.held_on', isComing ? '>=' : '<', filter.today)
    .$if(filter.municipality !== undefined, (query) =>
      query.where('session.municipality_id', '=', filter.municipality ?? ''),
    )
    .$if(filter.unit !== undefined, (query) => query.where('session.unit_id', '=', filter.unit ?? ''))
    .$if(filter.kind !== undefined, (query) => query.where(sql<boolean>`session.kind = ${filter.kind}`))
    .$if(filter.state !== undefined, (query) => query.where(sql<boolean>`session.state = ${filter.state}`))
    .$if(filter.after !== undefined, (query) =>
      query.where(
        isComing
          ? sql<boolean>`(session.held_on, session.id) > (${day}::date, ${id}::uuid)`
          : sql<boolean>`(session.held_on, session.id) < (${day}::date, ${id}::uuid)`,
      ),
    )
    .orderBy('session.held_on', direction)
    .orderBy('session.id', direction)
    .limit(filter.limit)
    .execute();
}

/** Held and not recorded, longest ago first. */
export function readLateSessions(db: Db, filter: Pick<ListFilter, 'within' | 'today' | 'limit'>) {
  return selectListed(db, filter.within)
    .where('session.state', '=', 'planned')
    .where('session.held_on', '<', filter.today)
    .orderBy('session.held_on')
    .orderBy('session.id')
    .limit(filter.limit)
    .execute();
}

function selectListed(db: Db, within: 'all' | readonly string[]) {
  return db
    .selectFrom('listening_session as session')
    .innerJoin('municipality', 'municipality.id', 'session.municipality_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'session.unit_id')
    .select([
      'session.id',
      'session.municipality_id as municipalityId',
      'session.kind',
      'session.held_on as heldOn',
      'session.starts_at as startsAt',
      'session.place',
      'session.state',
      'session.participants',
      'municipality.name as municipalityName',
      'unit.name as unitName',
      (eb) =>
        eb
          .selectFrom('voiced_need as voiced')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .whereRef('voiced.session_id', '=', 'session.id')
          .whereRef('voiced.municipality_id', '=', 'session.municipality_id')
          .as('needs'),
    ])
    .$if(within !== 'all', (query) =>
      query.where(
        sql<boolean>`session.municipality_id = any(${within === 'all' ? [] : [...within]}::uuid[])`,
      ),
    );
}

/** What a session's plan can name in one municipality. */
export async function readPlanChoices(db: Db, municipalityId: string) {
  const [municipality, units, mandates] = await Promise.all([
    db
      .selectFrom('municipality')
      .select(['id', 'key', 'name'])
      .where('id', '=', municipalityId)
      .executeTakeFirst(),
    readUnits(db, municipalityId),
    db.selectFrom('mandate').select(['id', 'key', 'starts', 'ends']).orderBy('starts', 'desc').execute(),
  ]);
  return { municipality, units, mandates };
}

export function readUnits(db: Db, municipalityId: string) {
  return db
    .selectFrom('administrative_unit')
    .select(['id', 'key', 'name'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('name')
    .execute();
}

export function readMunicipalities(db: Db, within: 'all' | readonly string[]) {
  return db
    .selectFrom('municipality')
    .select(['id', 'name'])
    .$if(within !== 'all', (query) =>
      query.where(sql<boolean>`id = any(${within === 'all' ? [] : [...within]}::uuid[])`),
    )
    .orderBy('name')
    .execute();
}

export function readOrganisations(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('organisation')
    .select(['id', sql<Localised>`name`.as('name')])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('key')
    .execute();
}

/** The people of organisations who may facilitate on a day. */
export function readFacilitatingAccounts(db: Db, organisationIds: readonly string[], today: string) {
  return db
    .selectFrom('account')
    .select(['account.id', 'account.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('role_grant as held')
          .select('held.id')
          .whereRef('held.account_id', '=', 'account.id')
          .where('held.role', 'in', ['facilitator', 'editor'])
          .where(sql<boolean>`held.organisation_id = any(${[...organisationIds]}::uuid[])`)
          .where('held.since', '<=', today)
          .where(sql<boolean>`(held.until IS NULL OR held.until >= ${today}::date)`),
      ),
    )
    .orderBy('account.name')
    .limit(100)
    .execute();
}
