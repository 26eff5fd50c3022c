import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Question {
  path: string;
  /** Fields of a form that is sent, or what a script sends. */
  form?: Record<string, string>;
  json?: unknown;
  /** Where it comes from: a proxy on this machine is believed about that. */
  address?: string;
  cookie?: string;
}

export interface Reply {
  /** 0: no answer came. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Milliseconds since the program began. */
  sentAt: number;
  answeredAt: number;
}

/** Longer than anyone waits. */
const patience = 60_000;

function bodyOf({ form, json }: Question): { type: string; text: string } | undefined {
  if (form) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  if (json !== undefined) return { type: 'application/json', text: JSON.stringify(json) };
  return undefined;
}

/** Asks a server of this machine as browsers do, over so many connections. */
export function createAsker(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const origin = `http://localhost:${port}`;
  function ask(question: Question): Promise<Reply> {
    const { path, address, cookie = 'pop_lang=sq' } = question;
    const body = bodyOf(question);
    const headers = {
      cookie,
      accept: question.json === undefined ? 'text/html' : 'application/json',
      ...(address === undefined ? {} : { 'x-forwarded-for': address }),
      ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text), origin }),
    };
    const sentAt = performance.now();
    return new Promise((resolve) => {
      const answered = (status: number, headers: IncomingHttpHeaders = {}, text = '') =>
        resolve({ status, headers, text, sentAt, answeredAt: performance.now() });
      const options = { host: '127.0.0.1', port, path, headers, agent, method: body ? 'POST' : 'GET' };
      const sent = request({ ...options, timeout: patience }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('error', () => answered(0));
        res.on('end', () => answered(res.statusCode ?? 0, res.headers, Buffer.concat(chunks).toString()));
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', () => answered(0));
      sent.end(body?.text);
    });
  }
  return { ask, close: () => agent.destroy() };
}

export type Asker = ReturnType<typeof createAsker>;

/** Does so many things, each when its time has come, whatever became of those before. */
export async function spread<T>(
  count: number,
  seconds: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const began = performance.now();
  const done: Promise<T>[] = [];
  for (let index = 0; index < count; index += 1) {
    const wait = began + (index * seconds * 1000) / count - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    done.push(work(index));
  }
  return Promise.all(done);
}

/** Does so many things, some at a time, the next as soon as one is done. */
export async function inTurn<T>(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  async function one(): Promise<void> {
    while (next < count) {
      const index = next;
      next += 1;
      done[index] = await work(index);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one));
  return done;
}
