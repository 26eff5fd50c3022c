import { sql } from 'kysely';
import { eventNow } from '#features/events/server/event-now.ts';
import type { Db } from '#server/database/db.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Localised } from '#i18n/languages.ts';
import type { SignatureFact } from '../signing.ts';

/** A fact with whom it is about. */
export interface NamedFact extends SignatureFact {
  name: string | null;
  organisation: Localised | null;
}

function selectContract(db: Db) {
  return db
    .selectFrom('contract')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select((eb) => [
      // An imported record names documents that are kept elsewhere.
      eb
        .exists(eb.selectFrom('file').select('sha256').whereRef('sha256', '=', 'contract.pdf_sq_sha256'))
        .as('keepsPdf'),
      'contract.id',
      'contract.key',
      'contract.starts',
      'contract.ends',
      'contract.binding_language as bindingLanguage',
      'contract.priority_count as priorityCount',
      'contract.priority_count_is as priorityCountIs',
      'contract.note',
      'contract.text_version as textVersion',
      'contract.text_sha256 as textSha256',
      'contract.published_on as publishedOn',
      'contract.pdf_sq_sha256 as pdfSqSha256',
      'contract.pdf_en_sha256 as pdfEnSha256',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'mandate.id as mandateId',
      'mandate.key as mandate',
      eb
        .selectFrom('priority')
        .whereRef('priority.contract_id', '=', 'contract.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('inRecord'),
    ]);
}

export function readContract(db: Db, key: string) {
  return selectContract(db).where('contract.key', '=', key).executeTakeFirst();
}

export function readContractsOfMunicipality(db: Db, municipalityId: string) {
  return selectContract(db)
    .where('contract.municipality_id', '=', municipalityId)
    .orderBy('mandate.starts', 'desc')
    .orderBy('contract.key')
    .execute();
}

/** The contracts of a mandate, by municipality, from after a key on. */
export function readContractsOfMandate(db: Db, mandate: string, after: string, limit: number) {
  return selectContract(db)
    .where('mandate.key', '=', mandate)
    .where('contract.key', '>', after)
    .orderBy('contract.key')
    .limit(limit)
    .execute();
}

export function readMandates(db: Db) {
  return db
    .selectFrom('mandate')
    .select((eb) => [
      'mandate.id',
      'mandate.key',
      'mandate.starts',
      'mandate.ends',
      eb
        .selectFrom('contract')
        .whereRef('contract.mandate_id', '=', 'mandate.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('contracts'),
    ])
    .orderBy('mandate.starts', 'desc')
    .execute();
}

export function readSignatures(db: Db, contractIds: readonly string[]) {
  return db
    .selectFrom('signature')
    .leftJoin('person', 'person.id', 'signature.person_id')
    .leftJoin('organisation', 'organisation.id', 'signature.organisation_id')
    .leftJoin(eventNow, 'event.id', 'signature.event_id')
    .leftJoin('signature_correction as correction', 'correction.signature_id', 'signature.id')
    .leftJoin('signature as replacement', 'replacement.id', 'correction.replacement_id')
    .select((eb) => [
      eb
        .selectFrom('election_winner')
        .select('election_winner.person_id')
        .whereRef('election_winner.contract_id', '=', 'signature.contract_id')
        .orderBy('election_winner.number', 'desc')
        .limit(1)
        .as('winnerId'),
      'correction.corrected_on as correctedOn',
      'correction.reason as correctionReason',
      'replacement.key as replacementKey',
      'signature.person_id as personId',
      'signature.party',
      'signature.witness',
      'signature.scan_copy_sha256 as scanCopySha256',
      'signature.id',
      'signature.key',
      'signature.contract_id as contractId',
      'signature.state',
      'signature.signatory',
      'signature.occurred_on as occurredOn',
      'signature.expected_on as expectedOn',
      'signature.known_by as knownBy',
      'signature.place',
      'signature.reason',
      'signature.scan_sha256 as scanSha256',
      'signature.note',
      'person.name as personName',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
      'event.key as eventKey',
      'event.title as eventTitle',
    ])
    .where(anyOf('signature.contract_id', contractIds))
    .orderBy('signature.key')
    .execute();
}

/**
 * Whether a row of `signature` counts for `contract`: it was not corrected, and it isn't of a candidate who was not elected.
 * @see countingFacts, which says the same of rows
 */
const decides = sql`
  NOT EXISTS (SELECT FROM signature_correction WHERE signature_correction.signature_id = signature.id)
  AND NOT (signature.signatory = 'candidate' AND coalesce(signature.person_id <> (
    SELECT person_id FROM election_winner WHERE election_winner.contract_id = contract.id
    ORDER BY number DESC LIMIT 1), false))`;

/** The dated facts of the contracts of a mandate: each set of equal facts once, with how many contracts have it. */
export async function readSigningFacts(db: Db, mandateId: string) {
  const { rows } = await sql<{ facts: SignatureFact[] | null; contracts: number }>`
    SELECT facts, count(*) AS contracts
    FROM (
      SELECT (
        SELECT jsonb_agg(fact ORDER BY fact)
        FROM signature
        CROSS JOIN LATERAL (
          SELECT jsonb_build_object('state', state, 'signatory', signatory, 'occurredOn', occurred_on,
                                    'expectedOn', expected_on, 'knownBy', known_by) AS fact
        ) one
        WHERE contract_id = contract.id AND ${decides}
      ) AS facts
      FROM contract WHERE mandate_id = ${mandateId}
    ) own
    GROUP BY facts`.execute(db);
  return rows;
}

function selectPriority(db: Db) {
  return db
    .selectFrom('priority')
    .innerJoin('field', 'field.id', 'priority.field_id')
    .select([
      'priority.id',
      'priority.key',
      'priority.contract_id as contractId',
      'priority.position',
      'priority.number',
      'priority.heading',
      'priority.statement',
      'priority.field_basis as fieldBasis',
      'priority.coverage',
      'priority.directorate',
      'priority.untested_reason as untestedReason',
      'priority.note',
      'field.key as fieldKey',
      'field.name as fieldName',
      'field.position as fieldPosition',
    ]);
}

export function readPriorities(db: Db, contractId: string) {
  return selectPriority(db)
    .where('priority.contract_id', '=', contractId)
    .orderBy('priority.position')
    .execute();
}

export function readPriority(db: Db, key: string) {
  return selectPriority(db).where('priority.key', '=', key).executeTakeFirst();
}

export function readPlaces(db: Db, priorityIds: readonly string[]) {
  return db
    .selectFrom('priority_place')
    .innerJoin('administrative_unit as unit', 'unit.id', 'priority_place.unit_id')
    .select([
      'priority_place.priority_id as priorityId',
      'unit.key as unitKey',
      'unit.name as unitName',
      'priority_place.locality',
    ])
    .where(anyOf('priority_place.priority_id', priorityIds))
    .orderBy('priority_place.key')
    .execute();
}

export function readComponents(db: Db, priorityId: string) {
  return db
    .selectFrom('component')
    .select(['id', 'key', 'position', 'statement', 'shown_by as shownBy', 'due', 'testable', 'competence'])
    .where('priority_id', '=', priorityId)
    .orderBy('position')
    .execute();
}

export function readFields(db: Db) {
  return db.selectFrom('field').select(['id', 'key', 'name']).orderBy('position').execute();
}

export function readContractById(db: Db, id: string) {
  return selectContract(db).where('contract.id', '=', id).executeTakeFirst();
}

/** The contracts of a mandate with the facts that count, by key, from after a key on. */
export async function readSigningsOfMandate(db: Db, mandateId: string, after: string, limit: number) {
  const { rows } = await sql<{
    key: string;
    municipalityKey: string;
    municipalityName: string;
    facts: NamedFact[] | null;
  }>`
    SELECT contract.key, municipality.key AS "municipalityKey", municipality.name AS "municipalityName", (
        SELECT jsonb_agg(jsonb_build_object(
          'state', state, 'signatory', signatory, 'occurredOn', occurred_on, 'expectedOn', expected_on,
          'knownBy', known_by, 'name', person.name, 'organisation', organisation.name) ORDER BY signature.key)
        FROM signature
        LEFT JOIN person ON person.id = signature.person_id
        LEFT JOIN organisation ON organisation.id = signature.organisation_id
        WHERE signature.contract_id = contract.id AND ${decides}
      ) AS facts
    FROM contract JOIN municipality ON municipality.id = contract.municipality_id
    WHERE contract.mandate_id = ${mandateId} AND contract.key > ${after}
    ORDER BY contract.key LIMIT ${limit}`.execute(db);
  return rows;
}

/** Who was elected, entry by entry; the last one holds. */
export function readWinners(db: Db, contractId: string) {
  return db
    .selectFrom('election_winner as winner')
    .innerJoin('person', 'person.id', 'winner.person_id')
    .select([
      'winner.id',
      'winner.person_id as personId',
      'winner.elected_on as electedOn',
      'winner.party',
      'winner.reason',
      'person.name as personName',
    ])
    .where('winner.contract_id', '=', contractId)
    .orderBy('winner.number')
    .execute();
}
