import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';
import { prepareHead, writePreparedHead } from './prepared-head.ts';
import { sendBytes } from './server.fixture.ts';

test('prepared headers stand beside those of the answer and of Node, each once', async () => {
  const prepared = prepareHead([
    ['etag', '"a"'],
    ['x-frame-options', 'DENY'],
  ]);
  const server = createServer((_, res) => {
    writePreparedHead(res, 200, ['content-length', '2'], prepared);
    res.end('ok');
  });
  const address = await listen(server, '127.0.0.1', 0);
  const answer = await sendBytes(address, 'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
  server.close();
  const [head = '', body] = answer.split('\r\n\r\n');
  const names = head
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(':', 1).join('').toLowerCase());
  expect(names.toSorted()).toEqual(['connection', 'content-length', 'date', 'etag', 'x-frame-options']);
  expect(body).toBe('ok');
});

test('what would end a header and begin another cannot be prepared', () => {
  expect(() => prepareHead([['x-title', 'a\r\nset-cookie: b=c']])).toThrow();
  expect(() => prepareHead([['x title', 'a']])).toThrow();
});
