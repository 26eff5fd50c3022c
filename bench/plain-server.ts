import { createServer } from 'node:http';

/** An answer to give, byte for byte. */
export interface PlainAnswer {
  target: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

// The measure of the cached pages: node:http with the same bytes in memory and nothing else.
const answers = new Map<string, PlainAnswer>();

const server = createServer((req, res) => {
  const answer = answers.get(req.url ?? '');
  if (answer === undefined) {
    res.writeHead(404).end();
    return;
  }
  res.writeHead(200, answer.headers);
  res.end(answer.body);
});

process.on('message', (given: PlainAnswer[]) => {
  for (const answer of given) answers.set(answer.target, answer);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
});
process.on('disconnect', () => process.exit(0));
