import type { Actor } from '#features/accounts/actor.ts';
import type { Fields } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { MunicipalityCommand } from '../plan-schema.ts';
import { changePart, gone, saveRow, type Saved } from './part-rows.ts';
import { fieldsOfText, textOrNull } from './plan-columns.ts';
import { readPlanMunicipalities, type PlanMunicipality } from './plan-parts-store.ts';

/** Names a municipality that takes part, with who comes for it, or changes what is said of one. */
export function saveMunicipality(
  app: App,
  actor: Actor,
  key: string,
  command: MunicipalityCommand,
): Promise<Saved> {
  return changePart(
    app,
    actor,
    key,
    { action: 'save-municipality', part: 'municipality' },
    async (tx, plan) => {
      const all = await readPlanMunicipalities(tx, plan.id);
      const known = all.find(({ id }) => id === command.id);
      const isNamed = all.some((one) => one.municipalityId === command.municipality && one !== known);
      if (isNamed) {
        return {
          kind: 'refused',
          faults: [{ field: 'municipality', key: 'event.fault.municipality-twice' }],
        };
      }
      const there = await tx
        .selectFrom('municipality')
        .select('id')
        .where('id', '=', command.municipality)
        .executeTakeFirst();
      if (!there) return gone('municipality');
      const columns = {
        municipality_id: command.municipality,
        attendance: command.attendance,
        represented_by: textOrNull(command.representedBySq, command.representedByEn),
      };
      const row = {
        table: 'event_plan_municipality',
        id: command.id,
        version: command.version,
        columns,
      } as const;
      const theirs = () =>
        Promise.resolve(known && { fields: municipalityFields(known), version: known.version });
      return saveRow(tx, plan, row, { theirs, field: 'municipality' });
    },
  );
}

export function municipalityFields(row: PlanMunicipality): Fields {
  return {
    id: row.id,
    municipality: row.municipalityId,
    attendance: row.attendance,
    ...fieldsOfText('representedBy', row.representedBy ?? {}),
    version: String(row.version),
  };
}
