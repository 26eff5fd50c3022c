import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Actor, Scope } from '../actor.ts';
import { needsSecondFactor } from '../role.ts';
import { readGrants } from './grants-store.ts';

type GrantRow = Awaited<ReturnType<typeof readGrants>>[number];

/**
 * The actor that an account is today.
 * @param passedSecondFactor whether this session has proved a second factor (TOTP, passkey, or the provider's own)
 */
export async function actorOf(app: App, accountId: string, passedSecondFactor: boolean): Promise<Actor> {
  const rows = await readGrants(app.db, accountId, dayOf(app.clock()));
  const inForce = rows.filter(({ role }) => passedSecondFactor || !needsSecondFactor(role));
  return {
    kind: 'account',
    id: accountId,
    grants: inForce.map((row) => ({ role: row.role, scope: scopeOf(row) })),
    awaitsSecondFactor: inForce.length < rows.length,
  };
}

function scopeOf({ organisationId, municipalityId, municipalityIds }: GrantRow): Scope {
  if (organisationId !== null) {
    const reached = municipalityIds.filter((id) => municipalityId === null || id === municipalityId);
    return { kind: 'organisation', organisationId, municipalityIds: reached };
  }
  return municipalityId === null ? { kind: 'network' } : { kind: 'municipality', municipalityId };
}
