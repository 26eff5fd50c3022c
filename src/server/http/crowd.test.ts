import { request } from 'node:http';
import { expect, test, vi } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer } from './server.fixture.ts';

const database = useDatabase();

test('in a crowd pages wait for their turn, and nothing is drawn for who has left', async () => {
  const release: (() => void)[] = [];
  const slow = async () => {
    await new Promise<void>((resolve) => release.push(resolve));
    return html('slow');
  };
  const pages = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`/sq/slow-${at}`, slow]));
  const quick = () => html('quick');
  const { site, renders } = standInSite({ ...pages, '/sq/left': quick, '/sq/stayed': quick });
  const server = await startTestServer(database(), site);
  try {
    const crowd = Object.keys(pages).map((path) => ask(server.address, path));
    await vi.waitFor(() => expect(release).toHaveLength(10));

    const { hostname, port } = new URL(server.address);
    const leaving = request({ hostname, port, path: '/sq/left', agent: false });
    const left = new Promise((resolve) => leaving.once('close', resolve));
    leaving.on('error', () => undefined).end();
    const stayed = ask(server.address, '/sq/stayed');
    // Both have been told the record's version by then, and wait.
    expect((await ask(server.address, '/health/ready')).status).toBe(200);
    expect([renders.get('/sq/left'), renders.get('/sq/stayed')]).toEqual([undefined, undefined]);
    leaving.destroy();
    await left;
    expect((await ask(server.address, '/health/ready')).status).toBe(200);

    for (const end of release) end();
    expect((await stayed).text).toContain('quick');
    for (const { text } of await Promise.all(crowd)) expect(text).toContain('slow');
    expect([renders.get('/sq/left'), renders.get('/sq/stayed')]).toEqual([undefined, 1]);
    expect(server.logged).toEqual([]);
  } finally {
    await server.close();
  }
});
