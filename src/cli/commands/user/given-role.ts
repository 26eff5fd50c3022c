import { isRole, roles, scopeOfRole } from '#features/accounts/role.ts';
import { email } from '#features/accounts/schema.ts';
import { findScope } from '#features/accounts/server/operator.ts';
import type { App } from '#server/app.ts';
import type { Call } from '../../command.ts';

/** Options that name a role and what it is bound to. */
export const roleOptions = {
  role: { type: 'string' },
  organisation: { type: 'string' },
  municipality: { type: 'string' },
} as const;

interface RoleValues {
  role?: string | undefined;
  organisation?: string | undefined;
  municipality?: string | undefined;
}

/** The role that options name; undefined where they name none, which has been told. */
export async function readGivenRole(app: App, values: RoleValues, { err, t }: Call) {
  const { role = '', organisation, municipality } = values;
  const refuse = (sentence: string) => void err.write(`${sentence}\n`);
  if (!isRole(role)) return refuse(t('cli.user.role', { value: role, roles: roles.join(', ') }));
  const scope = scopeOfRole(role);
  const isBound =
    scope === 'organisation'
      ? organisation !== undefined
      : organisation === undefined && (municipality !== undefined) === (scope === 'municipality');
  if (!isBound) return refuse(t(`cli.user.scope.${scope}`, { role }));
  const found = await findScope(app, { organisation, municipality });
  if (found.kind !== 'found') return refuse(t(`cli.user.${found.kind}`, { key: found.key }));
  return { role, organisationId: found.organisationId, municipalityId: found.municipalityId };
}

/** The address of an argument as it is stored; undefined where it is none, which has been told. */
export function readEmail(value: string, { err, t }: Call): string | undefined {
  const parsed = email().safeParse(value);
  if (parsed.success) return parsed.data;
  err.write(`${t('cli.user.email', { value })}\n`);
  return undefined;
}
