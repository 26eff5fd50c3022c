import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Logger } from 'pino';

/** Where the malware scanner listens: clamd, of ClamAV. */
export type ScannerAddress = { path: string } | { host: string; port: number };

/** What a scanner says of a file; 'unknown': it could not look, and nobody knows. */
export type Verdict = 'clean' | 'infected' | 'unknown';

export interface Scanner {
  scan(path: string): Promise<Verdict>;
}

/** Longest that a scanner may say nothing. */
const patience = 60_000;

/** Asks clamd about each file, as a stream: the scanner need not see our folders, nor run on this machine. */
export class Clamd implements Scanner {
  readonly #address: ScannerAddress;
  readonly #log: Pick<Logger, 'error' | 'warn'>;
  readonly #patience: number;

  constructor(address: ScannerAddress, log: Pick<Logger, 'error' | 'warn'>, most = patience) {
    this.#address = address;
    this.#log = log;
    this.#patience = most;
  }

  async scan(path: string): Promise<Verdict> {
    try {
      const answer = await this.#ask(path);
      if (/^stream: OK$/.test(answer)) return 'clean';
      if (/^stream: .+ FOUND$/.test(answer)) {
        this.#log.warn({ answer }, 'a file that was sent is malware');
        return 'infected';
      }
      this.#log.error({ answer }, 'the malware scanner could not look at a file');
    } catch (error) {
      this.#log.error({ err: error }, 'the malware scanner does not answer');
    }
    return 'unknown';
  }

  /** INSTREAM: chunks, each after its length in four bytes; one of nothing ends it. */
  async #ask(path: string): Promise<string> {
    const socket = connect(this.#address);
    socket.setTimeout(this.#patience, () => socket.destroy(new Error('it said nothing for too long')));
    const answered = text(socket);
    // Its failure is told where it is waited for, which may be after this.
    answered.catch(() => undefined);
    try {
      await this.#send(socket, path);
      return (await answered).replaceAll('\0', '').trim();
    } finally {
      socket.destroy();
    }
  }

  async #send(socket: Socket, path: string): Promise<void> {
    await write(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of createReadStream(path)) {
      const bytes = Buffer.from(chunk);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      await write(socket, Buffer.concat([length, bytes]));
    }
    await write(socket, Buffer.alloc(4));
  }
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
