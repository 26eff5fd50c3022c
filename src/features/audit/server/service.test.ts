import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { translator } from '#i18n/translate.ts';
import { createApp, type App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addMunicipalities } from '#testing/factories.ts';
import { streamAuditCsv } from './csv.ts';
import { historyOf, searchAudit } from './service.ts';

const database = useDatabase();
let app: App;
let fier = { id: '', key: '' };
let vlore = { id: '', key: '' };
let editor: { id: string; actor: Actor };

function network(role: Role): Actor {
  return {
    kind: 'account',
    id: 'c',
    grants: [{ role, scope: { kind: 'network' } }],
    awaitsSecondFactor: false,
  };
}

const coordinator = network('coordinator');
const administrator = network('administrator');

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  const [first, second] = await addMunicipalities(app.db, [{ name: 'Fier' }, { name: 'Vlorë' }]);
  fier = first ?? fier;
  vlore = second ?? vlore;
  const { id } = await addAccount(app.db, { name: 'Besa' });
  const scope = { kind: 'organisation' as const, organisationId: 'o', municipalityIds: [fier.id] };
  editor = {
    id,
    actor: { kind: 'account', id, grants: [{ role: 'editor', scope }], awaitsSecondFactor: false },
  };
  const at = (id: string, municipalityId: string, words: { reason?: string; action?: string } = {}) =>
    recordAudit(app.db, {
      actor: editor.id,
      action: words.action ?? 'plan',
      subject: { kind: 'forum', id },
      municipalityId,
      after: { place: 'Kinema 100% Fier' },
      ...(words.reason === undefined ? {} : { reason: words.reason }),
    });
  await at('f1', fier.id, { reason: '=HYPERLINK("x")' });
  await at('f2', vlore.id);
  await recordAudit(app.db, {
    actor: '018f0000-0000-4000-8000-000000000000',
    action: 'grant',
    subject: { kind: 'role_grant', id: 'g1' },
  });
  for (let count = 0; count < 60; count += 1) await at('f3', fier.id, { action: 'many' });
});

test('an event names the account as it is called now, and one that is gone as deleted', async () => {
  const [planned] = await historyOf(app, coordinator, { kind: 'forum', id: 'f1' });
  expect(planned?.who).toEqual({ kind: 'account', id: editor.id, name: 'Besa' });
  const [granted] = await historyOf(app, coordinator, { kind: 'role_grant', id: 'g1' });
  expect(granted?.who).toEqual({ kind: 'deleted' });
});

test('the history of another municipality’s thing is empty for an editor', async () => {
  expect(await historyOf(app, editor.actor, { kind: 'forum', id: 'f1' })).toHaveLength(1);
  expect(await historyOf(app, editor.actor, { kind: 'forum', id: 'f2' })).toEqual([]);
});

describe('searching', () => {
  test.each<[string, Parameters<typeof searchAudit>[2], number]>([
    ['by part of a name', { actor: 'bes', kind: 'forum', action: 'plan' }, 2],
    ['by municipality', { municipality: 'VLORE', action: 'plan' }, 1],
    ['by a text with letters that SQL would read as its own', { q: '100% f', action: 'plan' }, 2],
    ['by a text that is nowhere', { q: '100_ f' }, 0],
    ['by a municipality that is not there', { municipality: 'nowhere' }, 0],
    ['until a day before', { to: '2020-01-01' }, 0],
    ['from a day before', { from: '2020-01-01', kind: 'role_grant' }, 1],
  ])('%s', async (_, filter, found) => {
    const municipality = filter.municipality === 'VLORE' ? vlore.key : filter.municipality;
    const page = await searchAudit(app, coordinator, { ...filter, municipality });
    expect(page.events).toHaveLength(found);
  });

  test('pages follow each other without a gap or a repetition', async () => {
    const first = await searchAudit(app, coordinator, { action: 'many' });
    const second = await searchAudit(app, coordinator, { action: 'many', after: first.next ?? '' });
    const ids = [...first.events, ...second.events].map(({ id }) => id);
    expect([first.events.length, new Set(ids).size, second.next]).toEqual([50, 60, null]);
  });

  test('an administrator finds what is about accounts alone', async () => {
    const { events } = await searchAudit(app, administrator, {});
    expect(events.map(({ subjectKind }) => subjectKind)).toEqual(['role_grant']);
    expect((await searchAudit(app, administrator, { kind: 'forum' })).events).toEqual([]);
  });

  test('it is closed to an editor, as page and as file', async () => {
    await expect(searchAudit(app, editor.actor, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(streamAuditCsv(app, editor.actor, {}, translator('en'))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

test('the file holds every event, and no cell that a spreadsheet would run', async () => {
  const text = await new Response(await streamAuditCsv(app, coordinator, {}, translator('en'))).text();
  expect(text.trimEnd().split('\n')).toHaveLength(1 + 63);
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
});
