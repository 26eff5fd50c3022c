import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type LookUp = (name: string, done: (error: Error | null, found: LookupAddress[]) => void) => void;

export interface PublicLimits {
  mostBytes: number;
  /** Milliseconds for all of it, with every redirect. */
  mostTime: number;
  /** Media types that are taken. */
  accept: readonly string[];
  /** Which machines may be asked: those on the public net, at the ports of the web. Others in tests. */
  mayAsk?: (address: string, port: number) => boolean;
  /** The addresses of a name: the system's, others in tests. */
  lookUp?: LookUp;
}

/** Asking again would come to the same. */
type Refusal = 'address' | 'forbidden' | 'gone' | 'status' | 'type' | 'too-large' | 'redirects';

/** It may answer later. */
type Absence = 'time' | 'name' | 'certificate' | 'busy' | 'connection';

export type Fetched =
  | { kind: 'fetched'; url: string; mediaType: string; charset: string; bytes: Buffer }
  | { kind: 'refused'; why: Refusal }
  | { kind: 'away'; why: Absence };

const mostRedirects = 5;
const webPorts = [80, 443];

/**
 * Asks a server that a person has named, as the person's own browser could from outside: none of our network, whatever the
 * name leads to and wherever it sends us on. The address that was looked at is the one that is asked, so that a name cannot
 * lead elsewhere in between.
 */
export async function fetchPublic(address: string, limits: PublicLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.mostTime);
  let url = URL.parse(address);
  for (let turn = 0; turn <= mostRedirects; turn += 1) {
    if (!url || !isWeb(url)) return { kind: 'refused', why: 'address' };
    const answer = await ask(url, limits, signal);
    if (answer.kind !== 'redirect') return answer;
    url = URL.parse(answer.to, url);
  }
  return { kind: 'refused', why: 'redirects' };
}

function isWeb({ protocol, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

type Answer = Fetched | { kind: 'redirect'; to: string };

class NotPublic extends Error {}

async function ask(url: URL, limits: PublicLimits, signal: AbortSignal): Promise<Answer> {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const mayAsk = limits.mayAsk ?? ((ip, at) => isPublicAddress(ip) && webPorts.includes(at));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A name of numbers is never looked up.
  if (isIP(host) !== 0 && !mayAsk(host, port)) return { kind: 'refused', why: 'address' };
  try {
    const response = await open(url, checked(port, mayAsk, limits.lookUp ?? systemLookUp), signal);
    return await read(response, url, limits);
  } catch (error) {
    if (error instanceof NotPublic) return { kind: 'refused', why: 'address' };
    return { kind: 'away', why: signal.aborted ? 'time' : absenceOf(error) };
  }
}

function absenceOf(error: unknown): Absence {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name';
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_(TLS|SSL)|^EPROTO$/.test(code)
    ? 'certificate'
    : 'connection';
}

/** Looks a name up, and gives only addresses that may be asked. */
function checked(
  port: number,
  mayAsk: (address: string, port: number) => boolean,
  lookUp: LookUp,
): LookupFunction {
  return (hostname, { all }, callback) => {
    lookUp(hostname, (error, found) => {
      if (error) return callback(error, []);
      // One that leads into our network among others is no public server.
      const [first] = found;
      if (!first || !found.every(({ address }) => mayAsk(address, port)))
        return callback(new NotPublic(), []);
      return all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}

const systemLookUp: LookUp = (name, done) => lookup(name, { all: true }, done);

function open(url: URL, lookup: LookupFunction, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { 'user-agent': 'POP (keeps a copy of cited pages)', 'accept-encoding': 'identity' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { lookup, signal, headers, agent: false }, resolve);
    sent.on('error', reject);
    sent.end();
  });
}

function refusalOf(status: number): Refusal {
  if ([401, 402, 403, 407, 451].includes(status)) return 'forbidden';
  return status === 404 || status === 410 ? 'gone' : 'status';
}

async function read(response: IncomingMessage, url: URL, limits: PublicLimits): Promise<Answer> {
  const { statusCode = 0, headers } = response;
  try {
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
      return { kind: 'redirect', to: headers.location };
    if (statusCode >= 500 || statusCode === 429) return { kind: 'away', why: 'busy' };
    if (statusCode !== 200) return { kind: 'refused', why: refusalOf(statusCode) };
    const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
    const mediaType = type.trim();
    if (!limits.accept.includes(mediaType)) return { kind: 'refused', why: 'type' };
    const charset = /charset="?([\w-]{1,40})/.exec(parameters.join(';'))?.[1] ?? 'utf-8';
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > limits.mostBytes) return { kind: 'refused', why: 'too-large' };
      chunks.push(bytes);
    }
    return { kind: 'fetched', url: url.href, mediaType, charset, bytes: Buffer.concat(chunks) };
  } finally {
    response.destroy();
  }
}
