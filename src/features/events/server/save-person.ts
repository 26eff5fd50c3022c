import type { Actor } from '#features/accounts/actor.ts';
import type { Fields } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { PersonCommand } from '../plan-schema.ts';
import { fieldsOfText, textOf } from './plan-columns.ts';
import { changePart, gone, saveRow, type Saved } from './part-rows.ts';
import { readPlanItems, readPlanPeople, type PlanPerson } from './plan-parts-store.ts';

/** Adds somebody who speaks, moderates or is a guest, or changes them. */
export function savePerson(app: App, actor: Actor, key: string, command: PersonCommand): Promise<Saved> {
  return changePart(app, actor, key, { action: 'save-person', part: 'person' }, async (tx, plan) => {
    const items = await readPlanItems(tx, plan.id);
    if (command.item !== null && !items.some(({ id }) => id === command.item)) return gone('item');
    const isNamed = command.person === null;
    const columns = {
      person_id: command.person,
      name: isNamed ? command.name : null,
      name_agreed: isNamed && command.nameAgreed,
      role: command.role,
      capacity: textOf(command.capacitySq, command.capacityEn),
      organisation_id: command.organisation,
      municipality_id: command.municipality,
      attendance: command.attendance,
      item_id: command.item,
    };
    const theirs = async () => {
      const person = (await readPlanPeople(tx, plan.id)).find(({ id }) => id === command.id);
      return person && { fields: personFields(person), version: person.version };
    };
    const { id, version } = command;
    return saveRow(tx, plan, { table: 'event_plan_person', id, version, columns }, { theirs, field: 'name' });
  });
}

export function personFields(person: PlanPerson): Fields {
  return {
    id: person.id,
    person: person.personId ?? '',
    name: person.ownName ?? '',
    ...(person.nameAgreed ? { nameAgreed: 'yes' } : {}),
    role: person.role,
    ...fieldsOfText('capacity', person.capacity),
    organisation: person.organisationId ?? '',
    municipality: person.municipalityId ?? '',
    attendance: person.attendance,
    item: person.itemId ?? '',
    version: String(person.version),
  };
}
