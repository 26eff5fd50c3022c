import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';

/** The mandate that the next election begins. */
export const nextMandate = '2027-2031';

/** A member organisation's people, and the municipality in which they work. */
export interface Members {
  municipalityId: string;
  /** Its key. */
  municipality: string;
  organisationId: string;
  facilitator: Actor;
  editor: Actor;
}

/** What the steps of the demonstration share. */
export interface Stage {
  app: App;
  /** The day from which all others are counted. */
  firstDay: string;
  mandateId: string;
  coordinator: Actor;
  members: Members;
}

/** The id of a row that a step refers to by the key that its file gives it. */
export function demoId(kind: string, key: string): string {
  return idOf('demo-work', `${kind}/${key}`);
}

export function unitId(key: string): string {
  return key === '' ? '' : idOf('administrative_unit', key);
}

export function fieldId(key: string): string {
  return key === '' ? '' : idOf('field', key);
}

/** How the workspace's addresses name the board of the municipality's needs. */
export function boardOf({ members }: Stage): { municipality: string; mandate: string } {
  return { municipality: members.municipality, mandate: nextMandate };
}
