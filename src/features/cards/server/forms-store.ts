import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export function readForms(db: Db) {
  return db
    .selectFrom('card_form as form')
    .select((eb) => [
      'form.id',
      'form.key',
      'form.edition',
      'form.name',
      'form.scale_least as least',
      'form.scale_most as most',
      sql<Record<string, Localised>>`form.scale_labels`.as('labels'),
      'form.valid_from as validFrom',
      eb
        .selectFrom('card_issue')
        .whereRef('card_issue.form_id', '=', 'form.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('issueCount'),
      eb
        .exists(eb.selectFrom('card_batch').whereRef('card_batch.form_id', '=', 'form.id').select('form_id'))
        .as('isUsed'),
    ])
    .orderBy('form.valid_from', 'desc')
    .orderBy('form.key')
    .orderBy('form.edition', 'desc')
    .limit(200)
    .execute();
}

export function readForm(db: Db, id: string) {
  return db
    .selectFrom('card_form')
    .select([
      'id',
      'key',
      'edition',
      'name',
      'scale_least as least',
      'scale_most as most',
      sql<Record<string, Localised>>`scale_labels`.as('labels'),
      'valid_from as validFrom',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function readIssuesOf(db: Db, formId: string) {
  return db
    .selectFrom('card_issue as issue')
    .innerJoin('field', 'field.id', 'issue.field_id')
    .select([
      'issue.position',
      'issue.statement',
      'issue.field_id as fieldId',
      'field.name as fieldName',
      'field.key as fieldKey',
    ])
    .where('issue.form_id', '=', formId)
    .orderBy('issue.position')
    .execute();
}

export function readFields(db: Db) {
  return db.selectFrom('field').select(['id', 'key', 'name']).orderBy('position').execute();
}

export async function readLastEdition(db: Db, key: string): Promise<number> {
  const row = await db
    .selectFrom('card_form')
    .select((eb) => eb.fn.max('edition').as('last'))
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** @returns whether it was put in; not where someone made the same edition meanwhile. */
export async function insertForm(
  db: Db,
  form: {
    id: string;
    key: string;
    edition: number;
    name: Localised;
    least: number;
    most: number;
    labels: Record<string, Localised>;
    validFrom: string;
    createdBy: string;
    issues: readonly { fieldId: string; statement: Localised }[];
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('card_form')
    .values({
      id: form.id,
      key: form.key,
      edition: form.edition,
      name: JSON.stringify(form.name),
      scale_least: form.least,
      scale_most: form.most,
      scale_labels: JSON.stringify(form.labels),
      valid_from: form.validFrom,
      created_by: form.createdBy,
    })
    .onConflict((conflict) => conflict.columns(['key', 'edition']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  await db
    .insertInto('card_issue')
    .values(
      form.issues.map(({ fieldId, statement }, index) => ({
        form_id: form.id,
        position: index + 1,
        field_id: fieldId,
        statement: JSON.stringify(statement),
      })),
    )
    .execute();
  return true;
}

/** Deletes an edition that no session uses. @returns whether it did */
export async function deleteForm(db: Db, id: string): Promise<boolean> {
  // Whoever begins to use it meanwhile waits, and then finds it gone.
  await db.selectFrom('card_form').select('id').where('id', '=', id).forUpdate().execute();
  const deleted = await db
    .deleteFrom('card_form')
    .where('id', '=', id)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('card_batch').whereRef('card_batch.form_id', '=', 'card_form.id').select('form_id'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
}

/** Holds an edition for the rest of the transaction. @returns whether it is there */
export async function holdForm(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('card_form')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}
