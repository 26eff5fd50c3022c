import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadSite } from './site.ts';

const folders: string[] = [];

afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function build(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pop-site-'));
  folders.push(folder);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const handler = 'export function handler() {}';

test('pages come from the build’s server, files are those of its table', async () => {
  const folder = await build({
    'handler.js': handler,
    'adapter-node.js': `
      export const server = { respond: async (request, { getClientAddress }) => new Response(getClientAddress()) };
      export const assets = { entries: [['/enhance/filter.js', {}]], aliases: [['/plain', '/plain.html']] };`,
  });
  const site = await loadSite(folder);
  const answer = await site.respond(new Request('http://localhost/sq'), '192.0.2.1');
  expect(await answer.text()).toBe('192.0.2.1');
  expect(['/enhance/filter.js', '/plain', '/sq'].map((path) => site.hasFile(path))).toEqual([
    true,
    true,
    false,
  ]);
});

test('a build of another form is refused at the start, not at the first request', async () => {
  const folder = await build({ 'handler.js': handler, 'adapter-node.js': 'export const server = {};' });
  await expect(loadSite(folder)).rejects.toThrow(/does not hold a site built by/);
});
