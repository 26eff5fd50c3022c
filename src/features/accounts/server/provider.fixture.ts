import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';

/** What the provider knows of someone. */
export interface Known {
  email: string;
  email_verified: boolean;
}

export interface RunningProvider {
  issuer: string;
  /** By the name that one types there; it is the subject, too. */
  people: Map<string, Known>;
  close(): Promise<void>;
}

export const client = { id: 'pop', secret: 'a secret of the two alone' };

/** A real OpenID Connect provider on a free port of this machine. */
export async function startProvider(redirectUri: string): Promise<RunningProvider> {
  const people = new Map<string, Known>();
  const server = createServer((req, res) => void handle(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of the test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  });
  const handle = provider.callback();
  return {
    issuer,
    people,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

/**
 * What a person with a browser does at the provider: says who they are and agrees; or, as 'nobody', does not.
 * @returns the query of the address that the provider sends them back to
 */
export async function visitProvider(start: URL, person: string): Promise<string> {
  const jar = new Map<string, string>();
  let answer = await browse(start.href, jar);
  for (let steps = 0; steps < 12; steps += 1) {
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    const address = new URL(location, start);
    if (address.origin !== start.origin) return address.search;
    answer = await browse(address.href, jar);
    if (answer.status === 200) answer = await answerPage(await answer.text(), address, jar, person);
  }
  throw new Error('the provider does not come to an end');
}

function answerPage(page: string, address: URL, jar: Map<string, string>, person: string): Promise<Response> {
  if (person === 'nobody') return browse(`${address.href}/abort`, jar);
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
  return browse(address.href, jar, new URLSearchParams({ prompt, login: person, password: 'any' }));
}

async function browse(address: string, jar: Map<string, string>, body?: URLSearchParams): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const form = body === undefined ? {} : { method: 'POST', body };
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie }, ...form });
  for (const set of answer.headers.getSetCookie()) {
    const [pair = ''] = set.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return answer;
}
