import type { Db } from '#server/database/db.ts';

export function readNeeds(db: Db, municipalityId: string) {
  return db
    .selectFrom('need')
    .leftJoin('field', 'field.id', 'need.field_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'need.unit_id')
    .leftJoin('event', 'event.id', 'need.event_id')
    .leftJoin('mandate', 'mandate.id', 'need.mandate_id')
    .select([
      'need.id',
      'need.key',
      'need.channel',
      'need.statement',
      'need.place',
      'need.voiced_on as voicedOn',
      'need.field_basis as fieldBasis',
      'need.note',
      'field.key as fieldKey',
      'field.name as fieldName',
      'unit.name as unitName',
      'event.key as eventKey',
      'mandate.key as mandate',
    ])
    .where('need.municipality_id', '=', municipalityId)
    .orderBy('need.key')
    .execute();
}
