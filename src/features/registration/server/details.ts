import type { ChangeCommand, RegisterCommand } from '../schema.ts';
import type { Settings } from './plan-store.ts';

/** What somebody gave of themselves, as it is kept: only what the organiser asks. */
export function detailsOf({ asks }: Settings, command: RegisterCommand | ChangeCommand) {
  const given = <T>(figure: string, value: T): T | null => (asks.includes(figure) ? value : null);
  return {
    name: command.name,
    sex: given('sex', command.sex),
    age_band: given('age-band', command.ageBand),
    municipality_id: given('municipality', command.municipality),
    organisation_kind: given('organisation-kind', command.organisationKind),
    access_needs: asks.includes('access-needs') ? command.accessNeeds : '',
  };
}
