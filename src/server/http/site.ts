import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

/** What stands behind the front server: the pages and files of the built site, or a stand-in of a test. */
export interface Site {
  /** Renders a page or runs an endpoint. */
  respond: (request: Request, address: string) => Promise<Response>;
  /** Whether the path is a file of the build. */
  hasFile(path: string): boolean;
  serveFile(req: IncomingMessage, res: ServerResponse): void;
}

interface BuiltServer {
  respond(request: Request, options: { getClientAddress: () => string }): Promise<Response>;
}

type FileHandler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

interface FileTable {
  entries: [path: string, entry: unknown][];
  aliases: [path: string, key: string][];
}

function hasMembers<Name extends string>(value: unknown, ...names: Name[]): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && names.every((name) => name in value);
}

function isServer(value: unknown): value is BuiltServer {
  return hasMembers(value, 'respond') && typeof value.respond === 'function';
}

function isFileHandler(value: unknown): value is FileHandler {
  return typeof value === 'function';
}

function isFileTable(value: unknown): value is FileTable {
  return hasMembers(value, 'entries', 'aliases') && Array.isArray(value.entries);
}

/**
 * Loads the site that `npm run build` made. Pages are asked through Kit's server itself rather than through the
 * adapter's handler, which guesses the site's address from headers that anyone can send; files through the handler.
 */
export async function loadSite(buildFolder: string): Promise<Site> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(buildFolder, file)).href);
  // The handler first: it is what initialises the server.
  const files = await load('handler.js');
  const build = await load('adapter-node.js');
  if (!hasMembers(files, 'handler') || !hasMembers(build, 'server', 'assets')) return refuse(buildFolder);
  const { handler } = files;
  const { server, assets } = build;
  if (!isFileHandler(handler) || !isServer(server) || !isFileTable(assets)) return refuse(buildFolder);

  const paths = new Set([...assets.entries, ...assets.aliases].map(([path]) => path));
  return {
    respond: (request, address) => server.respond(request, { getClientAddress: () => address }),
    hasFile: (path) => paths.has(path),
    serveFile: (req, res) => handler(req, res, () => res.writeHead(404).end()),
  };
}

function refuse(buildFolder: string): never {
  throw new Error(`${buildFolder} does not hold a site built by the pinned @sveltejs/adapter-node.`);
}
