import { beforeAll, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { parseForm } from '#forms/parse-form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import { declarationForm, type DeclarationCommand } from '../schema.ts';
import {
  declarationsOf,
  declare,
  listDeclaring,
  showDeclarationForm,
  showDeclaring,
} from './declarations.ts';

const database = useDatabase();
let app: App;
let place: ListeningPlace;
let editor: Actor;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2027-02-01T10:00:00Z'),
  });
  place = await addListeningPlace(app.db);
  editor = await addWorker(app.db, place, 'editor');
});

function typed(fields: Record<string, string>) {
  const data = new FormData();
  const all = { year: '2027', interestsSq: 'Asnjë.', version: '0', ...fields };
  for (const [name, value] of Object.entries(all)) data.set(name, value);
  return parseForm(declarationForm, data);
}

function commandOf(fields: Record<string, string> = {}): DeclarationCommand {
  const parsed = typed(fields);
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.state.faults));
  return parsed.command;
}

test('funders are declared by a band or exactly, and what is missing of one is told at its field', () => {
  const fields = {
    funder1: 'NED',
    how1: '10000-50000',
    funder3: 'Anëtarët',
    how3: 'exact',
    amount3: '1200 EUR',
  };
  expect(commandOf(fields).funding).toEqual([
    { funder: 'NED', band: '10000-50000', amount: null, currency: null },
    { funder: 'Anëtarët', band: null, amount: 120_000, currency: 'EUR' },
  ]);
  const faultsOf = (given: Record<string, string>) => {
    const parsed = typed(given);
    return parsed.kind === 'refused' ? parsed.state.faults.map(({ field }) => field) : [];
  };
  expect(faultsOf({ funder1: 'NED' })).toEqual(['how1']);
  expect(faultsOf({ how2: 'over-200000' })).toEqual(['funder2']);
  expect(faultsOf({ funder1: 'NED', how1: 'exact', amount1: 'shumë' })).toEqual(['amount1']);
});

test('only an editor of the organisation declares for it', async () => {
  const elsewhere = await addWorker(app.db, await addListeningPlace(app.db, 'Vlorë'), 'editor');
  const coordinator = await addWorker(app.db, place, 'coordinator');
  const facilitator = await addWorker(app.db, place, 'facilitator');
  for (const actor of [nobody, elsewhere, coordinator, facilitator]) {
    await expect(declare(app, actor, place.organisation.id, commandOf())).rejects.toThrow('not-found');
    await expect(showDeclarationForm(app, actor, place.organisation.id)).rejects.toThrow('not-found');
  }
  await expect(showDeclaring(app, nobody)).rejects.toThrow('forbidden');
});

test('who has not declared for this year is shown so; a correction keeps what was declared, and says why', async () => {
  const { id, key } = place.organisation;
  const own = async () => (await listDeclaring(app)).members.find((member) => member.key === key)?.version;
  expect(await own()).toBeNull();
  await declare(app, editor, id, commandOf({ funder1: 'NED', how1: '10000-50000' }));
  expect(await own()).toBe(1);
  expect(await declare(app, editor, id, commandOf())).toMatchObject({ kind: 'conflict', theirVersion: 1 });
  expect(await declare(app, editor, id, commandOf({ version: '1' }))).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'reason' }],
  });
  await declare(
    app,
    editor,
    id,
    commandOf({ version: '1', reason: 'Harruam një financues.', funder1: 'X', how1: 'under-10000' }),
  );
  const declared = await declarationsOf(app, id);
  expect(declared.map(({ version, funding }) => [version, funding.map(({ funder }) => funder)])).toEqual([
    [2, ['X']],
    [1, ['NED']],
  ]);
  expect(declared.map(({ reason }) => reason?.sq)).toEqual(['Harruam një financues.', undefined]);
  expect(await declare(app, editor, id, commandOf({ year: '2028' }))).toMatchObject({ kind: 'refused' });
});
