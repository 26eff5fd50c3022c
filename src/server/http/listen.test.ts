import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { OperatorError } from '../lifecycle/operator-error.ts';
import { listen } from './listen.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function newServer(): Server {
  const server = createServer();
  servers.push(server);
  return server;
}

test('a port that another program has is told in a sentence that names the setting', async () => {
  const address = await listen(newServer(), '127.0.0.1', 0);
  const port = Number(new URL(address).port);
  await expect(listen(newServer(), '127.0.0.1', port)).rejects.toThrow(
    new OperatorError(
      `Another program listens on port ${port} of 127.0.0.1 already: set PORT to a free port.`,
    ),
  );
});

test('an address of another machine is told in a sentence that names the setting', async () => {
  await expect(listen(newServer(), '192.0.2.1', 0)).rejects.toThrow(
    /^HOST=192\.0\.2\.1 is not an address of this/,
  );
});
