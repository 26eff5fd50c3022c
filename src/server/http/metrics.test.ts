import { afterEach, expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { ask, html, standInSite, startTestServer, type TestServer } from './server.fixture.ts';

const database = useDatabase();
let server: TestServer | undefined;

afterEach(() => server?.close());

async function start(env: Record<string, string> = {}) {
  const { site } = standInSite({
    '/sq': () => html('home'),
    '/sq/contracts/fier-2019': () => html('contract'),
  });
  server = await startTestServer(database(), site, { env });
  return server.address;
}

test('the operator on this machine reads the metrics of a local installation', async () => {
  const address = await start();
  await ask(address, '/sq');
  await ask(address, '/sq');
  await ask(address, '/sq/contracts/fier-2019');
  await ask(address, '/sq/made-up/page');
  const { status, text } = await ask(address, '/metrics');
  expect(status).toBe(200);
  expect(text).toContain('pop_page_cache_requests_total{outcome="hit"} 1');
  expect(text).toContain('pop_page_cache_requests_total{outcome="miss"} 2');
  expect(text).toContain('pop_http_request_duration_seconds_count{route="home",status="2xx"} 2');
  expect(text).toContain('pop_http_request_duration_seconds_count{route="contracts",status="2xx"} 1');
  expect(text).toContain('pop_http_request_duration_seconds_count{route="other",status="4xx"} 1');
  expect(text).not.toContain('made-up');
  expect(text).toMatch(/pop_database_connections \d/);
  expect(text).toContain('pop_mail_unsent 0');
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
});

test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
  'a request that came through a proxy (%s) does not',
  async (name) => {
    const address = await start();
    expect((await ask(address, '/metrics', { headers: { [name]: '127.0.0.1' } })).status).toBe(404);
  },
);

test('nor does anyone on a public installation without a token', async () => {
  const address = await start({ PUBLIC_URL: 'https://pop.example.org' });
  expect((await ask(address, '/metrics')).status).toBe(404);
});

test('with a token, whoever has it reads them, and nobody else', async () => {
  const address = await start({ PUBLIC_URL: 'https://pop.example.org', METRICS_TOKEN: 'a-long-token' });
  const withToken = (token: string) =>
    ask(address, '/metrics', { headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': '9.9.9.9' } });
  expect((await withToken('a-long-token')).status).toBe(200);
  expect((await withToken('another')).status).toBe(404);
  expect((await ask(address, '/metrics')).status).toBe(404);
});
