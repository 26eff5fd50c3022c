import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { capture } from './capture-link.ts';
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
  people = await addMonitoring(app.db);
  server = createServer((_, res) => res.writeHead(status, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
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

test('nothing of our own network is kept, and the job does not try again', async () => {
  const item = await addLink();
  await capture(app, item);
  expect(await detailsOf(item)).toMatchObject({ details: { capture: null }, files: [] });
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
