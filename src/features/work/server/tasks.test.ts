import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { addSubmittedDraft } from '#testing/factories-contracts.ts';
import { useDatabase } from '#testing/database.ts';
import { addContracts, addMandate, addMunicipalities, addOrganisation } from '#testing/factories.ts';
import { listTasks } from './tasks.ts';

const database = useDatabase();
const someone = randomUUID();
let app: App;
let fier = '';
let vlora = '';
let late = '';

function actorIn(municipalityId: string, role: Role): Actor {
  const scope = {
    kind: 'organisation',
    organisationId: randomUUID(),
    municipalityIds: [municipalityId],
  } as const;
  return { kind: 'account', id: someone, grants: [{ role, scope }], awaitsSecondFactor: false };
}

const coordinator: Actor = {
  kind: 'account',
  id: someone,
  grants: [{ role: 'coordinator', scope: { kind: 'network' } }],
  awaitsSecondFactor: false,
};

async function kindsFor(actor: Actor) {
  return (await listTasks(app, actor)).map(({ key, due }) => [key.replace('work.task.', ''), due]);
}

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-01-20T12:00:00Z'),
  });
  const { db } = app;
  const [first, second] = await addMunicipalities(db, [{}, {}]);
  fier = first?.id ?? '';
  vlora = second?.id ?? '';
  const organisation_id = (await addOrganisation(db)).id;
  const mandate_id = (await addMandate(db)).id;
  const own = { municipality_id: fier, mandate_id, organisation_id };
  const session = (held_on: string, state: 'planned' | 'held') => ({
    id: randomUUID(),
    ...own,
    kind: 'focus-group' as const,
    held_on,
    state,
    ...(state === 'held' ? { channel: 'on-site' as const, participants: 12 } : {}),
  });
  const sessions = [
    session('2027-01-10', 'planned'),
    session('2027-01-25', 'planned'),
    session('2027-03-25', 'planned'),
    session('2027-01-05', 'held'),
  ];
  late = sessions[0]?.id ?? '';
  await db.insertInto('listening_session').values(sessions).execute();
  const need = (position: number, review: 'open' | 'accepted') => ({
    id: randomUUID(),
    municipality_id: fier,
    mandate_id,
    session_id: sessions[3]?.id ?? '',
    position,
    statement: 'Një rrugë',
    review,
  });
  await db
    .insertInto('voiced_need')
    .values([need(1, 'open'), need(2, 'open'), need(3, 'accepted')])
    .execute();
  await addSubmittedDraft(db, own);
  const [contract] = await addContracts(db, [{ municipality_id: fier }]);
  const expected = {
    contract_id: contract?.id ?? '',
    signatory: 'mayor' as const,
    state: 'expected' as const,
    expected_on: '2027-01-15',
    known_by: '2027-01-01',
  };
  const asked = {
    municipality_id: fier,
    organisation_id,
    addressee: 'Koordinatori',
    subject: 'Buxheti',
    body: 'Buxheti',
  };
  await db
    .insertInto('information_request')
    .values([
      { id: randomUUID(), ...asked },
      { id: randomUUID(), ...asked, asked_on: '2027-01-05', due_on: '2027-01-19' },
      { id: randomUUID(), ...asked, asked_on: '2027-01-06', due_on: '2027-01-20' },
    ])
    .execute();
  await db
    .insertInto('signature')
    .values({ id: randomUUID(), key: 'one', ...expected })
    .execute();
});

describe('what waits', () => {
  test('for a facilitator: sessions to record, late ones first, and those of the next days', async () => {
    expect(await kindsFor(actorIn(fier, 'facilitator'))).toEqual([
      ['session-to-record', '2027-01-10'],
      ['session-to-hold', '2027-01-25'],
    ]);
    expect((await listTasks(app, actorIn(fier, 'facilitator')))[0]?.href).toBe(`/work/listening/${late}`);
  });

  test('for an editor: what was recorded too, and signatures that were expected', async () => {
    expect(await kindsFor(actorIn(fier, 'editor'))).toEqual([
      ['needs-to-review', '2027-01-05'],
      ['session-to-record', '2027-01-10'],
      ['signature-to-follow', '2027-01-15'],
      ['request-late', '2027-01-19'],
      ['session-to-hold', '2027-01-25'],
      ['needs-to-compile', null],
      ['request-to-send', null],
    ]);
  });

  test('for a coordinator: contracts to approve, not the municipality’s own work', async () => {
    expect(await kindsFor(coordinator)).toEqual([['contract-to-approve', null]]);
  });

  test('for a monitor: requests for information that were not sent, and those that were not answered', async () => {
    expect(await kindsFor(actorIn(fier, 'monitor'))).toEqual([
      ['request-late', '2027-01-19'],
      ['request-to-send', null],
    ]);
  });

  test('for someone of another municipality, or nobody: nothing of it', async () => {
    for (const role of ['editor', 'monitor'] as const)
      expect(await kindsFor(actorIn(vlora, role))).toEqual([]);
    expect(await kindsFor(nobody)).toEqual([]);
  });
});
