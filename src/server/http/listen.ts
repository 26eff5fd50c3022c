import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { OperatorError } from '../lifecycle/operator-error.ts';

export interface Limits {
  /** Longest time for a request's headers to arrive, in milliseconds; against clients that send a byte a minute. */
  headersTimeout: number;
  /** Longest time for a whole request to arrive: for a photograph of some megabytes over a village's line, too. */
  requestTimeout: number;
  /** How long an idle connection is kept; longer than the 60 s of common proxies, so that they close first. */
  keepAliveTimeout: number;
  /** How long running requests may go on once the server closes. */
  closeTimeout: number;
  /** How often the first two are looked at. */
  checkInterval: number;
}

export const defaultLimits: Limits = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  closeTimeout: 10_000,
  checkInterval: 2_000,
};

// Longer than any request target we read (2,048), so that a long one can be told from a large cookie.
const mostHeaderBytes = 8 * 1024;

/** A node:http server with bounds on what a client can make it hold, and for how long. */
export function createBoundedServer(
  listener: RequestListener,
  limits: Limits,
  onClientError: (error: Error, socket: Duplex) => void,
): Server {
  const server = createServer(
    {
      maxHeaderSize: mostHeaderBytes,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: limits.checkInterval,
      // The front server refuses them itself, with the headers and the page of every other refusal.
      requireHostHeader: false,
    },
    listener,
  );
  server.on('clientError', onClientError);
  // Expectations other than 100-continue may be ignored (RFC 9110, 10.1.1).
  server.on('checkExpectation', listener);
  return server;
}

/**
 * Listens, and gives the address it got (the port may have been 0).
 * @throws OperatorError saying which setting to change
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(cannotListen(error, host, port));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
    });
  });
}

function cannotListen(cause: Error, host: string, port: number): Error {
  switch ('code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return new OperatorError(
        `Another program listens on port ${port} of ${host} already: set PORT to a free port.`,
        { cause },
      );
    case 'EACCES':
      return new OperatorError(
        `This account may not listen on port ${port}: set PORT to 1024 or more, and let a proxy pass requests on.`,
        { cause },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorError(
        `HOST=${host} is not an address of this machine: set it to one, or to 0.0.0.0 for all.`,
        { cause },
      );
    default:
      return cause;
  }
}

/**
 * Takes no more connections, lets running requests end, and after `timeout` milliseconds ends them.
 * @param sockets the open connections
 */
export function closeGracefully(
  server: Server,
  sockets: ReadonlySet<Socket>,
  timeout: number,
): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => {
      // Connections become idle one by one as their answers end.
      server.closeIdleConnections();
      // Browsers open some in advance; Node counts them as busy until their first request.
      for (const socket of sockets) {
        if (socket.bytesRead === 0) socket.destroy();
      }
    }, 50);
    const deadline = setTimeout(() => server.closeAllConnections(), timeout);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      resolve();
    });
  });
}

/** The server's open connections, kept up to date. */
export function trackSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}
