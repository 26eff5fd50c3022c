import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addAccount,
  addGrant,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from '#testing/factories.ts';
import { nobody } from '../actor.ts';
import type { giveRoleSchema } from '../schema.ts';
import { lockAccount } from './accounts-store.ts';
import { actorOf } from './actor.ts';
import { giveFurtherRole, readGiving } from './give-role.ts';

const database = useDatabase();
let app: App;
let fier = '';
let vlora = '';
let ours = '';
let theirs = '';

beforeAll(async () => {
  const { db } = database();
  const [first, second] = await addMunicipalities(db, [{}, {}]);
  fier = first?.id ?? '';
  vlora = second?.id ?? '';
  ours = (await addOrganisation(db)).id;
  theirs = (await addOrganisation(db)).id;
  await addMembership(db, { organisation_id: ours, municipality_id: fier });
  await addMembership(db, { organisation_id: theirs, municipality_id: vlora });
});

beforeEach(() => {
  const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
  app = createApp(config, database(), { clock: () => new Date('2026-11-26T12:00:00Z') });
});

async function person(grant: Omit<Parameters<typeof addGrant>[1], 'account_id'>) {
  const { id } = await addAccount(app.db);
  await addGrant(app.db, { account_id: id, ...grant });
  return { id, actor: await actorOf(app, id, true) };
}

type Given = z.output<typeof giveRoleSchema>;

function monitorAt(accountId: string, given: Partial<Given> = {}): Given {
  const bound = { organisationId: ours, municipalityId: null, until: null };
  return { accountId, role: 'monitor', ...bound, ...given };
}

function rolesOf(accountId: string) {
  return app.db
    .selectFrom('role_grant')
    .select(['role', 'organisation_id as organisationId', 'granted_by as grantedBy'])
    .where('account_id', '=', accountId)
    .where('role', '!=', 'facilitator')
    .execute();
}

test('an editor gives a further role to someone of their organisation, and the audit says so', async () => {
  const editor = await person({ role: 'editor', organisation_id: ours });
  const { id } = await person({ role: 'facilitator', organisation_id: ours });
  expect(await giveFurtherRole(app, editor.actor, monitorAt(id), 'r-7')).toEqual({
    kind: 'done',
    value: null,
  });
  expect(await rolesOf(id)).toEqual([{ role: 'monitor', organisationId: ours, grantedBy: editor.id }]);
  const events = await app.db.selectFrom('audit_event').selectAll().where('subject_id', '=', id).execute();
  expect(events).toMatchObject([{ actor: editor.id, action: 'grant-role', request_id: 'r-7' }]);
});

/** Waits until someone waits for another's transaction to end. */
function someoneWaits(): Promise<void> {
  return vi.waitFor(async () => {
    const { rows } = await database().pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(1);
  });
}

test('who gives what another is just giving is told that it is there', async () => {
  const { actor } = await person({ role: 'coordinator' });
  const { id } = await person({ role: 'facilitator', organisation_id: ours });
  const { second } = await inTransaction(app.db, async (tx) => {
    await lockAccount(tx, id);
    const giving = giveFurtherRole(app, actor, monitorAt(id), 'r');
    await Promise.race([giving, someoneWaits()]);
    await addGrant(tx, { account_id: id, role: 'monitor', organisation_id: ours });
    return { second: giving };
  });
  const faults = [{ field: 'role', key: 'accounts.fault.has-role' }];
  expect(await second).toEqual({ kind: 'refused', faults });
  expect(await rolesOf(id)).toHaveLength(1);
});

describe('who may not', () => {
  test('nobody, and those who give no roles, are refused', async () => {
    const { id, actor } = await person({ role: 'facilitator', organisation_id: ours });
    await expect(giveFurtherRole(app, nobody, monitorAt(id), 'r')).rejects.toThrow('roles');
    await expect(giveFurtherRole(app, actor, monitorAt(id), 'r')).rejects.toThrow('people');
    await expect(readGiving(app, actor, 'sq')).rejects.toThrow('people');
  });

  test('to an editor of another organisation, someone of ours is not there', async () => {
    const { actor } = await person({ role: 'editor', organisation_id: theirs });
    const { id } = await person({ role: 'facilitator', organisation_id: ours });
    const given = monitorAt(id, { organisationId: theirs });
    await expect(giveFurtherRole(app, actor, given, 'r')).rejects.toThrow('account');
    const { people } = await readGiving(app, actor, 'sq');
    expect(people.map((one) => one.id)).not.toContain(id);
  });

  test('an account without a role is not told from one that there is not', async () => {
    const { actor } = await person({ role: 'coordinator' });
    const { id } = await addAccount(app.db);
    for (const accountId of [id, randomUUID()]) {
      await expect(giveFurtherRole(app, actor, monitorAt(accountId), 'r')).rejects.toThrow('account');
    }
  });

  test('an editor gives no more than is theirs', async () => {
    const { actor } = await person({ role: 'editor', organisation_id: ours });
    const { id } = await person({ role: 'facilitator', organisation_id: ours });
    const given: [Partial<Given>, string][] = [
      [{ role: 'editor' }, 'accounts.fault.not-yours'],
      [{ role: 'administrator', organisationId: null }, 'accounts.fault.not-yours'],
      [{ organisationId: theirs }, 'accounts.fault.not-yours'],
      [{ municipalityId: vlora }, 'accounts.fault.no-member'],
    ];
    for (const [what, key] of given) {
      const outcome = await giveFurtherRole(app, actor, monitorAt(id, what), 'r');
      expect(outcome).toMatchObject({ kind: 'refused', faults: [{ key }] });
    }
    expect(await rolesOf(id)).toEqual([]);
  });
});

test('an organisation or a municipality that there is not is a fault of its field', async () => {
  const { actor } = await person({ role: 'coordinator' });
  const { id } = await person({ role: 'facilitator', organisation_id: ours });
  const made = randomUUID();
  for (const given of [
    { organisationId: made },
    { role: 'municipality-contact', organisationId: null, municipalityId: made },
  ] as const) {
    const outcome = await giveFurtherRole(app, actor, monitorAt(id, given), 'r');
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ key: 'form.fault.choice' }] });
  }
});
