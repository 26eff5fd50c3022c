import { sql } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { formats, type Ending } from '../../requests/request.ts';

export type RequestFormat = (typeof formats)[number];

function selectRequests(db: Db) {
  return db
    .selectFrom('information_request as request')
    .innerJoin('municipality', 'municipality.id', 'request.municipality_id')
    .innerJoin('organisation', 'organisation.id', 'request.organisation_id')
    .leftJoin('account as author', 'author.id', 'request.created_by')
    .select([
      'request.id',
      'request.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'request.organisation_id as organisationId',
      'organisation.name as organisationName',
      'request.assessment_id as assessmentId',
      'request.addressee',
      'request.subject',
      'request.body',
      'request.language',
      'request.format',
      'request.reply_to as replyTo',
      'request.asked_on as askedOn',
      'request.due_on as dueOn',
      'request.extended_on as extendedOn',
      'request.extension_reason as extensionReason',
      'request.answered_on as answeredOn',
      'request.outcome',
      'request.outcome_note as outcomeNote',
      'request.item_id as itemId',
      'request.version',
      'author.name as authorName',
      sql<string[]>`ARRAY(
        SELECT asked.component_id FROM information_request_component asked
        WHERE asked.municipality_id = request.municipality_id AND asked.request_id = request.id
      )`.as('componentIds'),
    ]);
}

export function readRequest(db: Db, id: string) {
  return selectRequests(db).where('request.id', '=', id).executeTakeFirst();
}
export type InformationRequest = NonNullable<Awaited<ReturnType<typeof readRequest>>>;

/** The same, held until the transaction ends: whoever else changes it waits. */
export async function holdRequest(tx: Tx, { municipalityId, id }: { municipalityId: string; id: string }) {
  await tx
    .selectFrom('information_request')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return readRequest(tx, id);
}

interface Wanted {
  within: 'all' | readonly string[];
  municipality: string | undefined;
  show: 'open' | 'over';
  after: string | undefined;
  limit: number;
}

/** Those that run, the most urgent first, then those that were not sent; or those that are over, the latest first. */
export function readRequests(db: Db, { within, municipality, show, after, limit }: Wanted) {
  const due = sql`coalesce(request.due_on, 'infinity')`;
  const [day = '', id = ''] = after?.split('_') ?? [];
  const isOpen = show === 'open';
  const following = isOpen
    ? sql<boolean>`(${due}, request.id) > (${day}::date, ${id}::uuid)`
    : sql<boolean>`(request.due_on, request.id) < (${day}::date, ${id}::uuid)`;
  return selectRequests(db)
    .where('request.outcome', isOpen ? '=' : '<>', 'open')
    .$if(within !== 'all', (query) =>
      query.where(anyOf('request.municipality_id', within === 'all' ? [] : within)),
    )
    .$if(municipality !== undefined, (query) =>
      query.where('request.municipality_id', '=', municipality ?? ''),
    )
    .$if(after !== undefined, (query) => query.where(following))
    .$if(isOpen, (query) => query.orderBy(due).orderBy('request.id'))
    .$if(!isOpen, (query) => query.orderBy('request.due_on', 'desc').orderBy('request.id', 'desc'))
    .limit(limit)
    .execute();
}

/** The newest assessment of a municipality that still takes evidence: what is asked is asked for it. */
export function readRunningAssessment(db: Db, municipalityId: string) {
  return db
    .selectFrom('assessment')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .select(['assessment.id', 'plan.number as round'])
    .where('assessment.municipality_id', '=', municipalityId)
    .where('assessment.stage', 'in', ['evidence', 'coding', 'adjudication'])
    .orderBy('plan.starts', 'desc')
    .orderBy('assessment.id')
    .limit(1)
    .executeTakeFirst();
}

export function readMunicipality(db: Db, id: string) {
  return db.selectFrom('municipality').select(['id', 'key', 'name']).where('id', '=', id).executeTakeFirst();
}

export function readMunicipalities(db: Db, within: 'all' | readonly string[]) {
  return db
    .selectFrom('municipality')
    .select(['id', 'name'])
    .$if(within !== 'all', (query) => query.where(anyOf('id', within === 'all' ? [] : within)))
    .orderBy('name')
    .execute();
}

export function readOrganisations(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(anyOf('id', ids))
    .orderBy('key')
    .execute();
}

export async function writeAsked(
  tx: Tx,
  { municipalityId, id }: { municipalityId: string; id: string },
  componentIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('information_request_component')
    .where('municipality_id', '=', municipalityId)
    .where('request_id', '=', id)
    .execute();
  if (componentIds.length === 0) return;
  await tx
    .insertInto('information_request_component')
    .values(
      [...new Set(componentIds)].map((component_id) => ({
        municipality_id: municipalityId,
        request_id: id,
        component_id,
      })),
    )
    .execute();
}

interface Changes {
  addressee?: string;
  subject?: string;
  body?: string;
  language?: Language;
  format?: RequestFormat;
  reply_to?: string;
  asked_on?: string;
  due_on?: string;
  extended_on?: string;
  extension_reason?: string;
  answered_on?: string | null;
  outcome?: Ending;
  outcome_note?: string;
  item_id?: string;
}

export async function updateRequest(
  tx: Tx,
  { municipalityId, id }: { municipalityId: string; id: string },
  changes: Changes,
): Promise<void> {
  await tx
    .updateTable('information_request')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute();
}
