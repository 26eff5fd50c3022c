import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addEvidenceItems } from '#testing/factories-evidence.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { changedItem } from '../../schema.ts';
import { changeItem } from '../changing.ts';
import { showItem } from '../items.ts';
import { captureAgain } from './capture-again.ts';
import { askForCapture, capture } from './capture-link.ts';
import { titleOf } from './page-title.ts';

const database = useDatabase();
const html = '<!doctype html><title>Buxheti &amp; rruga\n e Fierit</title><p>Rruga u shtrua.';
let app: App;
let people: Monitoring;
let server: Server;
let origin = '';
let folder = '';
let status = 200;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-capture-'));
  app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder }), database());
  await app.jobs.start(app, { jobs: allJobs, works: false });
  people = await addMonitoring(app.db);
  server = createServer((_, res) => res.writeHead(status, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  await app.jobs.stop();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function addLink(given: { url?: string; visibility?: 'public' | 'private' } = {}) {
  const id = randomUUID();
  const municipalityId = people.municipality.id;
  await app.db
    .insertInto('evidence_item')
    .values({
      id,
      municipality_id: municipalityId,
      assessment_id: people.assessment.id,
      kind: 'link',
      class: 'E3',
      stance: 'supports',
      dated: '2028-01-01',
      shows: JSON.stringify({ sq: 'Rruga u shtrua' }),
      url: `${origin}/lajm`,
      details: JSON.stringify({ ofMunicipality: false, capture: null }),
      ...given,
    })
    .execute();
  return { municipalityId, itemId: id };
}

async function asked(given: Parameters<typeof addLink>[0] = {}) {
  const item = await addLink(given);
  const url = given.url ?? `${origin}/lajm`;
  await inTransaction(app.db, (tx) => askForCapture(app, tx, item, url));
  return item;
}

const stateOf = async ({ itemId }: { itemId: string }, who = people.editor) =>
  (await showItem(app, who, people.assessment.id, itemId)).capture;

async function jobsOf({ itemId }: { itemId: string }): Promise<number> {
  const found = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM jobs.job WHERE name = 'evidence.capture' AND data->>'itemId' = ${itemId}`.execute(
    app.db,
  );
  return found.rows[0]?.n ?? 0;
}

async function detailsOf({ itemId }: { itemId: string }) {
  const item = app.db.selectFrom('evidence_item').select('details').where('id', '=', itemId);
  const files = app.db.selectFrom('evidence_file').selectAll().where('item_id', '=', itemId);
  return { details: (await item.executeTakeFirstOrThrow()).details, files: await files.execute() };
}

const anywhere = () => true;

test('a page is kept as it was, sealed, with its title and the time', async () => {
  const item = await addLink();
  await capture(app, item, anywhere);
  await capture(app, item, anywhere);
  const { details, files } = await detailsOf(item);
  expect(files).toMatchObject([{ position: 1, copy_sha256: null, name: '127.0.0.1.html' }]);
  const sha256 = files[0]?.original_sha256 ?? '';
  expect(details).toMatchObject({
    ofMunicipality: false,
    capture: { title: 'Buxheti & rruga e Fierit', sha256 },
  });
  expect((await buffer(app.files.read(sha256))).toString()).toBe(html);
  expect(await readPublicFile(app, sha256)).toBeUndefined();
});

test('of all that is gathered, the page of the item that was asked for is kept', async () => {
  for (let other = 0; other < 3; other += 1) {
    const [photo] = await addEvidenceItems(app.db, people, [{}]);
    await app.db
      .updateTable('evidence_item')
      .set({ details: '{}' })
      .where('id', '=', photo?.id ?? '')
      .execute();
  }
  const item = await asked();
  await capture(app, item);
  expect(await stateOf(item)).toMatchObject({ kind: 'failed', why: 'address' });
  await capture(app, item, anywhere);
  expect((await detailsOf(item)).files).toHaveLength(1);
});

test('nothing of our own network is kept, and the job does not try again', async () => {
  const item = await addLink();
  await capture(app, item);
  expect(await detailsOf(item)).toMatchObject({ details: { capture: null }, files: [] });
});

test('who works on the item reads whether the copy is waited for, kept or failed, and why', async () => {
  const item = await asked();
  expect(await stateOf(item)).toEqual({ kind: 'waiting', tries: 0, why: '', triedAt: null });
  await capture(app, item);
  expect(await stateOf(item)).toMatchObject({ kind: 'failed', why: 'address', triedAt: expect.any(Date) });
  await capture(app, item, anywhere);
  const [file] = (await detailsOf(item)).files;
  expect(await stateOf(item)).toMatchObject({ kind: 'kept', sha256: file?.original_sha256 });
});

test('a site that is away is waited for, and given up after five tries', async () => {
  const item = await asked();
  status = 503;
  for (let tries = 1; tries <= 5; tries += 1) {
    await expect(capture(app, item, anywhere)).rejects.toThrow('does not answer');
    expect(await stateOf(item)).toMatchObject({ kind: tries < 5 ? 'waiting' : 'failed', tries, why: 'busy' });
  }
  status = 200;
});

test('what failed is asked for again by who changes or reviews the item, once, and the audit says who', async () => {
  const item = await asked();
  await capture(app, item);
  const again = (who = people.editor) => captureAgain(app, who, people.assessment.id, item.itemId, 'r');
  await expect(again(people.coordinator)).rejects.toThrow('forbidden');
  for (const who of [people.resident, people.contact, people.editorElsewhere])
    await expect(again(who)).rejects.toThrow('not-found');
  expect(await jobsOf(item)).toBe(1);
  await Promise.all([again(), again(), again()]);
  expect([await jobsOf(item), await stateOf(item)]).toEqual([
    2,
    { kind: 'waiting', tries: 0, why: '', triedAt: null },
  ]);
  const events = app.db
    .selectFrom('audit_event')
    .select(['actor', 'action'])
    .where('subject_id', '=', item.itemId);
  expect(await events.execute()).toEqual([{ actor: people.editor.id, action: 'ask-for-copy' }]);
});

test('a copy that is kept while the item is changed stays, and one of another address is asked for anew', async () => {
  const item = await asked();
  await app.db
    .insertInto('evidence_item_component')
    .values({
      municipality_id: item.municipalityId,
      item_id: item.itemId,
      component_id: people.components[0]?.id ?? '',
    })
    .execute();
  const change = (url: string, version: number) =>
    changeItem(
      app,
      people.editor,
      people.assessment.id,
      item.itemId,
      changedItem.parse({
        kind: 'link',
        version: String(version),
        bindingLanguage: 'sq',
        showsSq: 'Rruga u shtrua krejt',
        showsEn: '',
        stance: 'supports',
        components: [people.components[0]?.id],
        dated: '2026-01-01',
        publisher: '',
        url,
        class: 'E3',
        visibility: 'public',
        readers: [],
      }),
    );
  await capture(app, item, anywhere);
  expect(await change(`${origin}/lajm`, 1)).toEqual({ kind: 'done', value: { id: item.itemId } });
  expect(await stateOf(item)).toMatchObject({ kind: 'kept' });
  expect(await change(`${origin}/tjeter`, 2)).toMatchObject({ kind: 'done' });
  expect([await stateOf(item), await jobsOf(item)]).toEqual([
    expect.objectContaining({ kind: 'waiting', tries: 0 }),
    2,
  ]);
});

test('a page that does not answer is asked for again', async () => {
  const item = await addLink();
  status = 503;
  await expect(capture(app, item, anywhere)).rejects.toThrow('does not answer');
  status = 200;
  await capture(app, item, anywhere);
  expect((await detailsOf(item)).files).toHaveLength(1);
});

test('the audit tells nothing of the copy of a private item', async () => {
  const item = await addLink({ visibility: 'private' });
  await capture(app, item, anywhere);
  const events = app.db.selectFrom('audit_event').selectAll().where('subject_id', '=', item.itemId);
  expect([await events.execute(), (await detailsOf(item)).files.length]).toEqual([[], 1]);
});

test('where the operator has it off nothing is asked', async () => {
  const item = await addLink();
  const off = { ...app, config: readConfig({ CAPTURE_LINKS: '0' }) };
  await capture(off, item, anywhere);
  expect((await showItem(off, people.editor, people.assessment.id, item.itemId)).capture).toEqual({
    kind: 'off',
  });
  expect((await detailsOf(item)).files).toEqual([]);
});

test.each([
  ['<title>Një &euml; &#235; &#xEB;</title>', 'Një &euml; ë ë'],
  ['<TITLE lang=sq>\n A \n B </TITLE>', 'A B'],
  ['<p>no title', ''],
])('the title of %j is %j', (page, title) => {
  expect(titleOf(Buffer.from(page), 'utf-8')).toBe(title);
  expect(titleOf(Buffer.from(page), 'no-such-charset')).toBe(title);
});
