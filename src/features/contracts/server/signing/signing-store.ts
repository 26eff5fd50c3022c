import { eventNow } from '#features/events/server/event-now.ts';
import type { Db, Tx } from '#server/database/db.ts';

/** The contract held until the end of the transaction: facts of its signing and amendments are added one after the other. */
export function lockContract(tx: Tx, key: string) {
  return selectHeld(tx).where('contract.key', '=', key).forUpdate('contract').executeTakeFirst();
}

export function readHeld(db: Db, key: string) {
  return selectHeld(db).where('contract.key', '=', key).executeTakeFirst();
}

function selectHeld(db: Db) {
  return db
    .selectFrom('contract')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select([
      'contract.id',
      'contract.key',
      'contract.municipality_id as municipalityId',
      'contract.mandate_id as mandateId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'mandate.key as mandate',
      'mandate.starts',
      'mandate.ends',
    ]);
}

export type HeldContract = NonNullable<Awaited<ReturnType<typeof readHeld>>>;

/** Every fact of a contract's signing with whom it is about and whether it was corrected. */
export function readFacts(db: Db, contractId: string) {
  return db
    .selectFrom('signature')
    .leftJoin('person', 'person.id', 'signature.person_id')
    .leftJoin('organisation', 'organisation.id', 'signature.organisation_id')
    .leftJoin('signature_correction as correction', 'correction.signature_id', 'signature.id')
    .select([
      'signature.id',
      'signature.key',
      'signature.state',
      'signature.signatory',
      'signature.person_id as personId',
      'signature.organisation_id as organisationId',
      'signature.event_id as eventId',
      'signature.occurred_on as occurredOn',
      'signature.expected_on as expectedOn',
      'signature.known_by as knownBy',
      'signature.party',
      'signature.witness',
      'signature.place',
      'signature.reason',
      'signature.scan_sha256 as scanSha256',
      'signature.scan_copy_sha256 as scanCopySha256',
      'person.name as personName',
      'organisation.name as organisationName',
      'correction.corrected_on as correctedOn',
      'correction.reason as correctionReason',
    ])
    .where('signature.contract_id', '=', contractId)
    .orderBy('signature.key')
    .execute();
}

export type FactRow = Awaited<ReturnType<typeof readFacts>>[number];

/** People who may sign: in a post of the municipality, or named in the signing already. */
export function readPossibleSignatories(db: Db, contract: { id: string; municipalityId: string }) {
  return db
    .selectFrom('person')
    .select(['id', 'key', 'name'])
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          eb.selectFrom('post').select('person_id').where('municipality_id', '=', contract.municipalityId),
        ),
        eb(
          'id',
          'in',
          eb
            .selectFrom('signature')
            .select('person_id')
            .where('contract_id', '=', contract.id)
            .where('person_id', 'is not', null),
        ),
        eb(
          'id',
          'in',
          eb
            .selectFrom('election_candidate')
            .select('person_id')
            .where('municipality_id', '=', contract.municipalityId),
        ),
      ]),
    )
    .orderBy('name')
    .limit(200)
    .execute();
}

/** Organisations of the municipality. */
export function readOrganisationsOf(db: Db, municipalityId: string) {
  return db
    .selectFrom('organisation')
    .select(['id', 'key', 'name'])
    .where(
      'id',
      'in',
      db.selectFrom('membership').select('organisation_id').where('municipality_id', '=', municipalityId),
    )
    .orderBy('key')
    .execute();
}

/** Events at which something may have been signed: the municipality's own, and conferences, newest first. */
export function readEventsFor(db: Db, municipalityId: string) {
  return db
    .selectFrom(eventNow)
    .select(['id', 'key', 'title', 'starts'])
    .where((eb) => eb.or([eb('municipality_id', '=', municipalityId), eb('kind', '=', 'conference')]))
    .orderBy('starts', 'desc')
    .orderBy('key')
    .limit(100)
    .execute();
}
