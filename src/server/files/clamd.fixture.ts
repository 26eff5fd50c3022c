import { createServer, type Server, type Socket } from 'node:net';

/** What clamd says of a stream: as the protocol has it, or nothing at all. */
export type ClamdSays = 'as-it-finds' | 'nothing' | 'too-large' | 'hangs-up';

export interface FakeClamd {
  port: number;
  says: ClamdSays;
  /** What each client sent, whole. */
  seen: Buffer[];
  close(): Promise<void>;
}

/** A malware scanner that speaks INSTREAM and knows one signature: the word MALWARE. */
export async function startClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const fake: FakeClamd = { port: 0, says: 'as-it-finds', seen: [], close: () => closeAll(server, sockets) };
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (fake.says === 'hangs-up') return socket.destroy();
      rest = Buffer.concat([rest, chunk]);
      const file = readStream(rest);
      if (file === undefined || fake.says === 'nothing') return;
      fake.seen.push(file);
      socket.end(answerTo(file, fake.says));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  fake.port = typeof address === 'object' && address ? address.port : 0;
  return fake;
}

/** The file within `zINSTREAM\0<length><bytes>…<0>`; undefined until all of it has come. */
function readStream(all: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (all.length < command.length) return undefined;
  if (all.subarray(0, command.length).toString('latin1') !== command) throw new Error('no INSTREAM');
  const chunks: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= all.length) {
    const length = all.readUInt32BE(at);
    at += 4;
    if (length === 0) return Buffer.concat(chunks);
    if (at + length > all.length) return undefined;
    chunks.push(all.subarray(at, at + length));
    at += length;
  }
  return undefined;
}

function answerTo(file: Buffer, says: ClamdSays): string {
  if (says === 'too-large') return 'INSTREAM size limit exceeded. ERROR\0';
  return file.includes('MALWARE') ? 'stream: Test.Signature FOUND\0' : 'stream: OK\0';
}

async function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}
