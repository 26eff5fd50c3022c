import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { BucketSettings } from './s3-store.ts';

const keys = { region: 'eu-south-1', accessKeyId: 'AKPOP', secretAccessKey: 'not for logs' };

/** An object storage of one bucket, `pop`, that takes what is signed with its keys, and bytes that are what they are said to be. */
export interface Storage {
  settings: BucketSettings;
  objects: Map<string, Buffer>;
  /** Each request as 'PUT 200'. */
  asked: string[];
  /** A status to answer everything with, as a storage does that is out of order. */
  broken: number | undefined;
  close(): Promise<void>;
}

export async function startStorage(): Promise<Storage> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const server = createServer((req, res) => {
    void buffer(req).then((body) => {
      const [status, answer] = storage.broken === undefined ? answerTo(req, body, objects) : [storage.broken];
      asked.push(`${req.method} ${status}`);
      res.writeHead(status, answer ? { 'content-length': answer.length } : {});
      res.end(req.method === 'HEAD' ? undefined : answer);
    });
  });
  const endpoint = await listen(server);
  const storage: Storage = {
    settings: { ...keys, endpoint, bucket: 'pop' },
    objects,
    asked,
    broken: undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return storage;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/store`);
    });
  });
}

function answerTo(req: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): [number, Buffer?] {
  const said = String(req.headers['x-amz-content-sha256']);
  const isSaidRight = said === 'UNSIGNED-PAYLOAD' || said === sha256(body);
  if (req.headers.authorization !== signatureOf(req, said)) return [403];
  const key = /^\/store\/pop\/(.+)$/.exec(req.url ?? '')?.[1];
  if (key === undefined || !isSaidRight) return [400];
  if (req.method === 'PUT') objects.set(key, body);
  const found = objects.get(key);
  return found ? [200, found] : [404];
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** What a request must be signed with (AWS Signature Version 4), worked out from what has arrived. */
function signatureOf({ method, url, headers }: IncomingMessage, payload: string): string {
  const time = String(headers['x-amz-date']);
  const scope = `${time.slice(0, 8)}/${keys.region}/s3/aws4_request`;
  const signed = ['host', 'x-amz-content-sha256', 'x-amz-date'];
  const lines = signed.map((name) => `${name}:${String(headers[name])}\n`).join('');
  const request = [method, url, '', lines, signed.join(';'), payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const key = scope.split('/').reduce<Buffer | string>(hmac, `AWS4${keys.secretAccessKey}`);
  const signature = hmac(key, text).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
}
