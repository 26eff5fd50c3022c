import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Database } from '../database/db.ts';
import { startServer, type RunningServer, type ServerOptions } from './server.ts';
import type { Site } from './site.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** Asks as a client would that does nothing by itself: no decompression, no redirects, any target. */
export function ask(
  address: string,
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path: target, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: whole, text: whole.toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends bytes that need not be HTTP, and gives all that comes back until the connection closes. */
export function sendBytes(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

/** A site of a few pages that stands in for the built one. `renders` counts how often each was drawn. */
export function standInSite(pages: Record<string, (request: Request) => Response | Promise<Response>>) {
  const renders = new Map<string, number>();
  const site: Site = {
    async respond(asked) {
      const { pathname } = new URL(asked.url);
      renders.set(pathname, (renders.get(pathname) ?? 0) + 1);
      const page = pages[pathname];
      return page ? page(asked) : faultPage(asked);
    },
    hasFile: (path) => path === '/file.js',
    serveFile: (_, res) => void res.writeHead(200, { 'content-type': 'text/javascript' }).end('1'),
  };
  return { site, renders };
}

function faultPage(asked: Request): Response {
  const [code = 'not-found', status = '404'] = (asked.headers.get('x-pop-fault') ?? 'not-found 404').split(
    ' ',
  );
  const id = asked.headers.get('x-request-id');
  const language = new URL(asked.url).pathname.split('/')[1];
  return html(`<h1 lang="${language}">${code}</h1><p>${id}</p>`, { status: Number(status) });
}

export function html(
  body: string,
  init: Omit<ResponseInit, 'headers'> & { headers?: Record<string, string> } = {},
): Response {
  return new Response(`<!doctype html>${body}`, {
    ...init,
    headers: { 'content-type': 'text/html; charset=utf-8', ...init.headers },
  });
}

export interface TestServer extends RunningServer {
  /** What was logged, one object a line. */
  logged: Record<string, unknown>[];
}

/** Starts the front server on a free port, before a stand-in site and a real database. */
export async function startTestServer(
  database: Database,
  site: Site,
  options: { env?: Record<string, string>; clock?: () => Date } & Omit<ServerOptions, 'site'> = {},
): Promise<TestServer> {
  const { env = {}, clock, ...rest } = options;
  const logged: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line) => void logged.push(JSON.parse(line)) });
  const app = createApp(readConfig({ PORT: '0', ...env }), database, { log, ...(clock ? { clock } : {}) });
  return { ...(await startServer(app, { site, ...rest })), logged };
}
