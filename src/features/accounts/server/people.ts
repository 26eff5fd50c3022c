import { z } from 'zod';
import type { Outcome } from '#forms/form.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { Actor } from '../actor.ts';
import { grantableRoles, mayGrant, peopleSeenBy, type BoundRole } from '../policy.ts';
import type { endRoleSchema } from '../schema.ts';
import * as store from './people-store.ts';
import { endGrant, insertGrant, readSameGrants, type GivenRole } from './roles-store.ts';

function isUuid(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

/** The page of people: who holds which role, what one may give, and to whom it can be bound. */
export async function listPeople(app: App, actor: Actor, language: Language) {
  const seen = peopleSeenBy(actor);
  if (actor.kind === 'nobody' || seen.length === 0) throw new DomainError('forbidden', 'people');
  const today = dayOf(app.clock());
  const [grants, organisations, municipalities] = await Promise.all([
    store.readGrants(app.db, language, seen, today),
    store.readOrganisations(app.db, language, seen),
    store.readMunicipalities(app.db),
  ]);
  const withRights = await Promise.all(
    grants.map(async (grant) => ({
      ...grant,
      mayEnd: mayGrant(actor, await boundRole(app.db, grant, today)),
    })),
  );
  return { grants: withRights, organisations, municipalities, roles: grantableRoles(actor) };
}

/** A role with what its organisation reaches, as the policy wants it. */
export async function boundRole(db: Db, given: GivenRole, today: string): Promise<BoundRole> {
  const { role, organisationId, municipalityId } = given;
  const organisationReach = organisationId === null ? [] : await store.readReach(db, organisationId, today);
  return { role, organisationId, municipalityId, organisationReach };
}

/**
 * Gives a role that was decided on; a person who holds it already keeps it as it is.
 * @returns whether it is new to them
 */
export async function giveRole(
  app: App,
  db: Db,
  grant: GivenRole & { accountId: string; until: string | null; grantedBy: string | null },
  actorId: string,
  requestId?: string,
): Promise<boolean> {
  const { accountId, role, organisationId, municipalityId, until, grantedBy } = grant;
  const today = dayOf(app.clock());
  if ((await readSameGrants(db, accountId, grant, today)).length > 0) return false;
  const bound = { role, organisationId, municipalityId };
  await insertGrant(db, { ...bound, accountId, since: today, until, grantedBy });
  await recordAudit(db, {
    actor: actorId,
    action: 'grant-role',
    subject: { kind: 'account', id: accountId },
    ...(municipalityId === null ? {} : { municipalityId }),
    after: { ...bound, until },
    ...(requestId === undefined ? {} : { requestId }),
  });
  return true;
}

type Grant = NonNullable<Awaited<ReturnType<typeof store.readGrant>>>;

/** Refuses where it is not the actor's to end; whether there is such a role is told to those alone who may see it. */
async function askToEnd(db: Db, actor: Actor, grant: Grant | undefined, today: string): Promise<Grant> {
  if (actor.kind === 'nobody' || !grant) throw notFound('role');
  if (grant.accountId === actor.id) return grant;
  const seen = peopleSeenBy(actor);
  const isSeen = seen === 'all' || (grant.organisationId !== null && seen.includes(grant.organisationId));
  if (!isSeen) throw notFound('role');
  if (!mayGrant(actor, await boundRole(db, grant, today))) throw new DomainError('forbidden', 'role');
  return grant;
}

/** A role that the actor may end. */
export async function findEndableRole(app: App, actor: Actor, grantId: string) {
  const today = dayOf(app.clock());
  const grant = isUuid(grantId) ? await store.readGrant(app.db, grantId) : undefined;
  const { id, name, role } = await askToEnd(app.db, actor, grant, today);
  return { grant: { id, name, role }, today };
}

/** Ends a role on a day, today at the earliest. The last administrator's stays. */
export async function endRole(
  app: App,
  actor: Actor,
  command: z.output<typeof endRoleSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  if (actor.kind === 'nobody') throw new DomainError('forbidden', 'roles');
  const today = dayOf(app.clock());
  if (command.until < today) return refused('until', 'accounts.fault.past');
  return inTransaction(app.db, async (tx) => {
    const administrators = await store.lockAdministrators(tx, command.until);
    const grant = await askToEnd(tx, actor, await store.readGrant(tx, command.grantId), today);
    if (
      grant.role === 'administrator' &&
      administrators.every(({ accountId }) => accountId === grant.accountId)
    ) {
      return refused('until', 'accounts.fault.last-administrator');
    }
    await endGrant(tx, grant.id, command.until);
    await recordAudit(tx, {
      actor: actor.id,
      action: 'end-role',
      subject: { kind: 'account', id: grant.accountId },
      ...(grant.municipalityId === null ? {} : { municipalityId: grant.municipalityId }),
      before: {
        role: grant.role,
        organisationId: grant.organisationId,
        municipalityId: grant.municipalityId,
        until: grant.until,
      },
      after: { until: command.until },
      reason: command.reason,
      requestId,
    });
    return { kind: 'done', value: null };
  });
}

function refused(field: string, key: 'accounts.fault.past' | 'accounts.fault.last-administrator') {
  return { kind: 'refused', faults: [{ field, key }] } as const;
}
