import { beforeAll, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import {
  addAccount,
  addGrant,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from '#testing/factories.ts';
import { useDatabase } from '#testing/database.ts';
import { holdsIn, organisationsIn } from '../actor.ts';
import { actorOf } from './actor.ts';

const database = useDatabase();
let app: App;
let fier = '';
let vlora = '';
let organisation = '';

beforeAll(async () => {
  const now = new Date('2026-11-26T12:00:00Z');
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  const [first, second] = await addMunicipalities(app.db, [{}, {}]);
  fier = first?.id ?? '';
  vlora = second?.id ?? '';
  organisation = (await addOrganisation(app.db)).id;
  await addMembership(app.db, { organisation_id: organisation, municipality_id: fier });
  await addMembership(app.db, { organisation_id: organisation, municipality_id: vlora, until: '2025' });
});

async function actorWith(grant: Omit<Parameters<typeof addGrant>[1], 'account_id'>, passed = true) {
  const account = await addAccount(app.db);
  await addGrant(app.db, { account_id: account.id, ...grant });
  return actorOf(app, account.id, passed);
}

describe('a role of an organisation', () => {
  test('reaches the municipalities that it is a member for today, and no other', async () => {
    const actor = await actorWith({ role: 'editor', organisation_id: organisation });
    expect(holdsIn(actor, fier, 'editor')).toBe(true);
    expect(holdsIn(actor, vlora, 'editor')).toBe(false);
    expect(organisationsIn(actor, fier, 'editor')).toEqual([organisation]);
  });

  test('narrowed to a municipality that the organisation has left reaches none', async () => {
    const actor = await actorWith({
      role: 'facilitator',
      organisation_id: organisation,
      municipality_id: vlora,
    });
    expect(holdsIn(actor, vlora, 'facilitator')).toBe(false);
    expect(holdsIn(actor, fier, 'facilitator')).toBe(false);
  });
});

test.each([
  ['begins tomorrow', { since: '2026-11-27' }, false],
  ['ended yesterday', { since: '2026-01-01', until: '2026-11-25' }, false],
  ['ends today', { since: '2026-01-01', until: '2026-11-26' }, true],
])('a role that %s', async (_, dates, holds) => {
  const actor = await actorWith({ role: 'municipality-contact', municipality_id: fier, ...dates });
  expect(holdsIn(actor, fier, 'municipality-contact')).toBe(holds);
});

test('a role that can publish or administer is not in force before the second factor', async () => {
  const actor = await actorWith({ role: 'coordinator' }, false);
  expect(holdsIn(actor, fier, 'coordinator')).toBe(false);
  expect(actor).toMatchObject({ grants: [], awaitsSecondFactor: true });
});

test('a facilitator may begin without one', async () => {
  const actor = await actorWith({ role: 'facilitator', organisation_id: organisation }, false);
  expect(holdsIn(actor, fier, 'facilitator')).toBe(true);
  expect(actor).toMatchObject({ awaitsSecondFactor: false });
});
