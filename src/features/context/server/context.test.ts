import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addMunicipalities } from '#testing/factories.ts';
import { periodForm, type PeriodCommand } from '../schema.ts';
import { addPeriod, beginCorrection, changePeriod, fieldsOf, getDraft, showContextWork } from './drafts.ts';
import { publishPeriod } from './publish.ts';
import { hasPeriod, listBands, showContext } from './service.ts';

const database = useDatabase();
let app: App;
let coordinator: Actor;
let fier = '';
let vlora = '';

async function person(role: Role, municipalityId?: string): Promise<Actor> {
  const { id } = await addAccount(app.db);
  const scope =
    municipalityId === undefined
      ? ({ kind: 'network' } as const)
      : ({ kind: 'organisation', organisationId: randomUUID(), municipalityIds: [municipalityId] } as const);
  return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
}

function period(given: Record<string, unknown> = {}): PeriodCommand {
  return periodForm.parse({
    kind: 'disaster',
    starts: '2026-01-11',
    endsIs: 'known',
    ends: '2026-01-13',
    title_sq: 'Era e janarit',
    title_en: 'The January wind',
    summary_sq: 'Dëmtoi çati.',
    summary_en: 'It damaged roofs.',
    municipalities: [fier],
    source_title_1: 'Njoftim i bashkisë',
    source_url_1: 'https://example.org/era',
    ...given,
  });
}

async function published(given: Record<string, unknown> = {}): Promise<string> {
  const outcome = await addPeriod(app, coordinator, period(given));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return (await publishPeriod(app, coordinator, outcome.value.id)).name;
}

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2026-11-26T12:00:00Z'),
  });
  const [first, second] = await addMunicipalities(app.db, [{ name: 'Fier' }, { name: 'Vlorë' }]);
  fier = first?.id ?? '';
  vlora = second?.id ?? '';
  coordinator = await person('coordinator');
});

test('only coordinators write what stood around the work', async () => {
  for (const actor of [await person('editor', fier), await person('administrator')]) {
    await expect(addPeriod(app, actor, period())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(showContextWork(app, actor)).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('what is published stands on the timelines of its municipalities and of the network, with its sources', async () => {
  const name = await published();
  const namesOf = async (municipalityId: string | null) =>
    (await listBands(app, { municipalityId, day: null })).bands.map((band) => band.name);
  expect(await namesOf(fier)).toContain(name);
  expect(await namesOf(null)).toContain(name);
  expect(await namesOf(vlora)).not.toContain(name);
  const { periods } = await showContext(app);
  expect(periods.find((one) => one.name === name)?.sources.map(({ url }) => url)).toContain(
    'https://example.org/era',
  );
  expect(await hasPeriod(app, name)).toBe(true);
  const found = await app.db
    .selectFrom('search_document')
    .select(['kind', 'title'])
    .where('key', '=', name)
    .where('language', '=', 'en')
    .execute();
  expect(found).toEqual([{ kind: 'context', title: 'The January wind' }]);
});

test('a page as of an earlier day has no band of what came later', async () => {
  const name = await published({ title_sq: 'Zjarret' });
  const { bands } = await listBands(app, { municipalityId: fier, day: '2025-12-31' });
  expect(bands.map((band) => band.name)).not.toContain(name);
});

describe('a correction', () => {
  test('is the next version, with its reason; the earlier one stays as it was', async () => {
    const name = await published({ title_sq: 'Përmbytja' });
    const { id } = await beginCorrection(app, coordinator, name);
    expect(await beginCorrection(app, coordinator, name)).toEqual({ id });
    const draft = await getDraft(app.db, coordinator, id);
    const next = { ...fieldsOf(draft), title_sq: 'Përmbytjet', version: '1' };
    expect(await changePeriod(app, coordinator, id, periodForm.parse(next))).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'reason_sq' }],
    });
    await expect(publishPeriod(app, coordinator, id)).rejects.toMatchObject({ code: 'conflict' });
    const reasoned = periodForm.parse({ ...next, reason_sq: 'Ishin dy.' });
    expect(await changePeriod(app, coordinator, id, reasoned)).toMatchObject({ kind: 'done' });
    expect(await changePeriod(app, coordinator, id, reasoned)).toMatchObject({ kind: 'conflict' });
    await publishPeriod(app, coordinator, id);
    const rows = await app.db
      .selectFrom('context_period')
      .select(['version', 'title', 'reason'])
      .where('name', '=', name)
      .orderBy('version')
      .execute();
    expect(rows).toEqual([
      { version: 1, title: { sq: 'Përmbytja', en: 'The January wind' }, reason: null },
      { version: 2, title: { sq: 'Përmbytjet', en: 'The January wind' }, reason: { sq: 'Ishin dy.' } },
    ]);
    await expect(publishPeriod(app, coordinator, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('can take a period back: no timeline shows it, the page says so', async () => {
    const name = await published({ title_sq: 'Gabim' });
    const { id } = await beginCorrection(app, coordinator, name);
    const fields = fieldsOf(await getDraft(app.db, coordinator, id));
    const taken = periodForm.parse({ ...fields, state: 'withdrawn', reason_sq: 'Nuk ndodhi.', version: '1' });
    await changePeriod(app, coordinator, id, taken);
    await publishPeriod(app, coordinator, id);
    const { bands } = await listBands(app, { municipalityId: fier, day: null });
    expect(bands.map((band) => band.name)).not.toContain(name);
    const { periods } = await showContext(app);
    expect(periods.find((one) => one.name === name)).toMatchObject({ isWithdrawn: true, version: 2 });
  });
});

test('elections come from their own table: everywhere for all, partial ones for their places', async () => {
  await app.db
    .insertInto('election')
    .values([
      { id: randomUUID(), key: 'a', kind: 'general', held_on: '2023-05-14' },
      { id: randomUUID(), key: 'b', kind: 'partial', held_on: '2025-11-09', municipality_id: fier },
    ])
    .execute();
  const of = async (municipalityId: string | null) =>
    (await listBands(app, { municipalityId, day: null })).bands
      .filter(({ kind }) => kind === 'election')
      .map((band) => band.starts);
  expect(await of(fier)).toEqual(['2023-05-14', '2025-11-09']);
  expect(await of(vlora)).toEqual(['2023-05-14']);
  expect(await of(null)).toEqual(['2023-05-14']);
});

test('what cannot be is told at the field', () => {
  const faults = (given: Record<string, unknown>) => {
    const { ends: _, ...base } = period();
    const parsed = periodForm.safeParse({ ...base, ends: '2026-01-13', version: undefined, ...given });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };
  expect(faults({})).toEqual([]);
  expect(faults({ ends: '2026-01-10' })).toEqual(['ends']);
  expect(faults({ ends: '', endsIs: 'known' })).toEqual(['ends']);
  expect(faults({ ends: '', endsIs: 'ongoing' })).toEqual([]);
  expect(faults({ starts: '2026-02-30' })).toContain('starts');
  expect(faults({ starts: 'janar' })).toContain('starts');
  expect(faults({ title_en: ' ' })).toEqual(['title_en']);
  expect(faults({ source_url_1: 'ftp:x' })).toEqual(['source_url_1']);
});
