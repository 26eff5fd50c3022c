import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer } from './server.fixture.ts';

const database = useDatabase();

async function start(limits: { closeTimeout: number }) {
  const { site } = standInSite({
    '/sq': () => html('home'),
    '/sq/slow': async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return html('slow');
    },
    '/sq/never': () => new Promise(() => undefined),
  });
  return startTestServer(database(), site, { limits });
}

test('a running request is answered, an idle connection closed, a new one refused', async () => {
  const server = await start({ closeTimeout: 5000 });
  const { hostname, port } = new URL(server.address);
  const idle = connect(Number(port), hostname);
  const idleClosed = new Promise((resolve) => idle.on('close', resolve));
  await new Promise((resolve) => idle.on('connect', resolve));
  const running = ask(server.address, '/sq/slow', { headers: { connection: 'keep-alive' } });
  await new Promise((resolve) => setTimeout(resolve, 50));

  const closed = server.close();
  await expect(ask(server.address, '/sq')).rejects.toThrow('ECONNREFUSED');
  expect((await running).text).toContain('slow');
  await closed;
  await idleClosed;
});

test('a request that does not end does not hold the process', async () => {
  const server = await start({ closeTimeout: 100 });
  const never = ask(server.address, '/sq/never');
  never.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.close();
  await expect(never).rejects.toThrow();
});

test('a port that is taken is told in a sentence', async () => {
  const server = await start({ closeTimeout: 100 });
  const { port } = new URL(server.address);
  const { site } = standInSite({});
  await expect(startTestServer(database(), site, { env: { PORT: port } })).rejects.toThrow(
    'set PORT to a free port',
  );
  await server.close();
});
