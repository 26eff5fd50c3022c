import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** One request and its answer on their way through the front server. */
export class Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Named in the log, in the answer's x-request-id and on error pages. Always ours: a client's own could mislead. */
  readonly id: string = randomUUID();
  /** `performance.now()` at arrival. */
  readonly started: number = performance.now();
  /** GET and HEAD: asks, changes nothing. */
  readonly isReading: boolean;

  constructor(req: IncomingMessage, res: ServerResponse) {
    this.req = req;
    this.res = res;
    this.isReading = req.method === 'GET' || req.method === 'HEAD';
  }

  /** Whether the other end of the connection is this machine. */
  get isFromLoopback(): boolean {
    return loopback.test(this.req.socket.remoteAddress ?? '');
  }

  /**
   * The client's address. A proxy on this machine is believed about whom it serves: it appended the last entry of
   * X-Forwarded-For itself. Anyone else's X-Forwarded-For is what they like.
   */
  get address(): string {
    const peer = this.req.socket.remoteAddress ?? 'unknown';
    if (!this.isFromLoopback) return peer;
    const forwarded = this.req.headers['x-forwarded-for'];
    const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim();
    return last === undefined || last === '' ? peer : last;
  }
}
