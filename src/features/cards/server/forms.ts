import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { readIssues, readLabels } from '../new-edition.ts';
import { mayMakeForms, mayReadForms } from '../policy.ts';
import type { NewEdition } from '../schema.ts';
import * as store from './forms-store.ts';

/** The id of an account that acts. @throws forbidden for nobody */
export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'cards are for accounts');
  return actor.id;
}

/** Every edition of the network's card, newest first. */
export async function listForms(app: App, actor: Actor) {
  if (!mayReadForms(actor)) throw new DomainError('forbidden', 'card forms');
  return { forms: await store.readForms(app.db), mayMake: mayMakeForms(actor) };
}

/** An edition with its issues. @throws not-found */
export async function loadForm(db: Db, id: string) {
  const form = await store.readForm(db, id);
  if (!form) throw notFound(`card form ${id}`);
  const { least, most, labels, ...rest } = form;
  return { ...rest, scale: { least, most, labels }, issues: await store.readIssuesOf(db, id) };
}

export async function showForm(app: App, actor: Actor, id: string) {
  if (!mayReadForms(actor)) throw new DomainError('forbidden', 'card forms');
  return { form: await loadForm(app.db, id), mayMake: mayMakeForms(actor) };
}

/** What the page of a new edition needs: the fields, and the edition that it begins from. */
export async function beginEdition(app: App, actor: Actor, from: string | null) {
  if (!mayMakeForms(actor)) throw new DomainError('forbidden', 'a new edition of the card');
  return {
    fields: await store.readFields(app.db),
    from: from === null ? null : await loadForm(app.db, from),
  };
}

/**
 * Makes the next edition of a card: of the one that it begins from, or the first of a new one.
 * @param typed the issues as they were typed, under each field
 */
export async function makeEdition(
  app: App,
  actor: Actor,
  command: NewEdition,
  typed: Fields,
  requestId: string,
): Promise<Outcome<{ id: string }>> {
  const { fields, from } = await beginEdition(app, actor, command.from);
  const { issues, faults } = readIssues(fields, typed);
  const { labels, faults: labelFaults } = readLabels(command, command);
  if (faults.length + labelFaults.length > 0) return { kind: 'refused', faults: [...labelFaults, ...faults] };

  const key = from?.key ?? slugOf(command.nameSq).slice(0, 60);
  if (key === '') return { kind: 'refused', faults: [{ field: 'nameSq', key: 'cards.fault.name' }] };
  const id = randomUUID();
  return inTransaction(app.db, async (tx) => {
    const edition = (await store.readLastEdition(tx, key)) + 1;
    const { nameSq, nameEn, validFrom, least, most } = command;
    const name = { sq: nameSq, ...(nameEn === '' ? {} : { en: nameEn }) };
    const createdBy = accountOf(actor);
    const form = { id, key, edition, name, least, most, labels, validFrom, createdBy, issues };
    if (!(await store.insertForm(tx, form))) {
      return { kind: 'refused', faults: [{ field: 'nameSq', key: 'cards.fault.edition-taken' }] };
    }
    await recordAudit(tx, {
      actor: createdBy,
      action: 'make',
      subject: { kind: 'card-form', id },
      after: { key, edition, issues: issues.length, least, most },
      requestId,
    });
    return { kind: 'done', value: { id } };
  });
}

/** Takes away an edition that no session uses. */
export async function withdrawEdition(
  app: App,
  actor: Actor,
  id: string,
  requestId: string,
): Promise<Outcome<undefined>> {
  if (!mayMakeForms(actor)) throw new DomainError('forbidden', 'withdraw an edition of the card');
  return inTransaction(app.db, async (tx) => {
    const form = await loadForm(tx, id);
    if (!(await store.deleteForm(tx, id))) {
      return { kind: 'refused', faults: [{ field: 'withdraw', key: 'cards.fault.used' }] };
    }
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'withdraw',
      subject: { kind: 'card-form', id },
      before: { key: form.key, edition: form.edition },
      requestId,
    });
    return { kind: 'done', value: undefined };
  });
}
