import type { z } from 'zod';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { Actor } from '../actor.ts';
import { mayGrant } from '../policy.ts';
import { scopeOfRole } from '../role.ts';
import type { giveRoleSchema } from '../schema.ts';
import { lockAccount } from './accounts-store.ts';
import { boundRole, giveRole, listPeople } from './people.ts';
import { readMissing, type GivenRole } from './roles-store.ts';

/** What of an organisation and a municipality is missing for a role, or too much. */
function scopeFaults({ role, organisationId, municipalityId }: GivenRole): FieldFault[] {
  const scope = scopeOfRole(role);
  if (scope === 'organisation' && organisationId === null) {
    return [{ field: 'organisationId', key: 'accounts.fault.organisation' }];
  }
  if (scope === 'municipality' && municipalityId === null) {
    return [{ field: 'municipalityId', key: 'accounts.fault.municipality' }];
  }
  if (scope === 'network' && (organisationId !== null || municipalityId !== null)) {
    return [{ field: 'organisationId', key: 'accounts.fault.network' }];
  }
  return scope === 'municipality' && organisationId !== null
    ? [{ field: 'organisationId', key: 'accounts.fault.network' }]
    : [];
}

/** Why a role cannot be given as it is asked for: by anyone, or by this actor. */
export async function faultsOfGiving(
  db: Db,
  actor: Actor,
  given: GivenRole & { until: string | null },
  today: string,
): Promise<FieldFault[]> {
  const { organisationId, municipalityId, until } = given;
  const faults = scopeFaults(given);
  if (faults.length > 0) return faults;
  if (until !== null && until < today) return [{ field: 'until', key: 'accounts.fault.past' }];
  const missing = await readMissing(db, given);
  if (missing.length > 0) return missing.map((field) => ({ field, key: 'form.fault.choice' }));
  const bound = await boundRole(db, given, today);
  const isOutside =
    municipalityId !== null && organisationId !== null && !bound.organisationReach.includes(municipalityId);
  if (isOutside) return [{ field: 'municipalityId', key: 'accounts.fault.no-member' }];
  return mayGrant(actor, bound) ? [] : [{ field: 'role', key: 'accounts.fault.not-yours' }];
}

/** The form for a further role: to whom, and which. Those alone whom the actor sees among the people. */
export async function readGiving(app: App, actor: Actor, language: Language) {
  const { grants, organisations, municipalities, roles } = await listPeople(app, actor, language);
  if (roles.length === 0) throw new DomainError('forbidden', 'roles');
  const people = new Map(grants.map(({ accountId, name, email }) => [accountId, { name, email }]));
  return {
    people: [...people].map(([id, person]) => ({ id, ...person })),
    organisations,
    municipalities,
    roles,
  };
}

/** Gives a further role to someone who holds one already. Whoever holds none is invited, so that no address is tried out. */
export async function giveFurtherRole(
  app: App,
  actor: Actor,
  command: z.output<typeof giveRoleSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  if (actor.kind === 'nobody') throw new DomainError('forbidden', 'roles');
  const { people } = await readGiving(app, actor, 'sq');
  if (!people.some(({ id }) => id === command.accountId)) throw notFound('account');
  return inTransaction(app.db, async (tx) => {
    // Of two who give the same at once, the second sees what the first has given.
    await lockAccount(tx, command.accountId);
    const faults = await faultsOfGiving(tx, actor, command, dayOf(app.clock()));
    if (faults.length > 0) return { kind: 'refused', faults };
    const isNew = await giveRole(app, tx, { ...command, grantedBy: actor.id }, actor.id, requestId);
    if (isNew) return { kind: 'done', value: null };
    return { kind: 'refused', faults: [{ field: 'role', key: 'accounts.fault.has-role' }] };
  });
}
