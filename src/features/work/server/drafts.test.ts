import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import { dropDraft, findDraft, listDrafts, saveDraft } from './drafts.ts';

const database = useDatabase();
let app: App;
let arta: Actor;
let besa: Actor;
const form = '/work/listening/new';

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  const resident = { kind: 'account', grants: [], awaitsSecondFactor: false } as const;
  arta = { ...resident, id: (await addAccount(app.db)).id };
  besa = { ...resident, id: (await addAccount(app.db)).id };
});

test('a draft is what its author typed last, valid or not, and nobody else sees it', async () => {
  await saveDraft(app, arta, { form, fields: { place: 'F' } });
  await saveDraft(app, arta, { form, fields: { place: 'Fier', on: 'not a day' } });
  expect(await findDraft(app, arta, form)).toMatchObject({
    fields: { place: 'Fier', on: 'not a day' },
    faults: [],
  });
  expect(await findDraft(app, besa, form)).toBeUndefined();
  expect(await listDrafts(app, arta)).toHaveLength(1);
  expect(await listDrafts(app, besa)).toEqual([]);
});

test('a form that was handed in has no draft', async () => {
  await saveDraft(app, besa, { form, fields: {} });
  await dropDraft(app.db, besa, form);
  expect(await findDraft(app, besa, form)).toBeUndefined();
});

test('nobody has no drafts, and none is endless', async () => {
  await expect(saveDraft(app, nobody, { form, fields: {} })).rejects.toThrow('forbidden');
  await expect(saveDraft(app, arta, { form, fields: { a: 'x'.repeat(300_000) } })).rejects.toThrow(
    'bad-request',
  );
});
