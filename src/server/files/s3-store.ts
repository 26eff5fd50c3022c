import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import type { Logger } from 'pino';
import { DomainError } from '../errors.ts';
import {
  isIntactIn,
  placeOf,
  type Bytes,
  type Decide,
  type FileName,
  type FileStore,
  type WrittenFile,
} from './file-store.ts';
import { Unfinished } from './unfinished.ts';

/** A bucket of an object storage that speaks the protocol of Amazon S3. */
export interface BucketSettings {
  /** Its address, without the bucket and without a trailing slash. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Longest wait for an answer to begin, which follows on the few megabytes that a file has. */
const patience = 60_000;

/** Files in a bucket, which several processes share. Bytes on their way are on this machine until they are whole. */
export class S3Store implements FileStore {
  readonly #client: AwsClient;
  readonly #address: string;
  readonly #unfinished: Unfinished;
  readonly #log: Logger;

  constructor({ endpoint, bucket, ...keys }: BucketSettings, unfinishedFolder: string, log: Logger) {
    this.#client = new AwsClient({ ...keys, service: 's3', retries: 2 });
    this.#address = `${endpoint}/${bucket}`;
    this.#unfinished = new Unfinished(unfinishedFolder);
    this.#log = log;
  }

  write(
    source: Bytes,
    mostBytes: number,
    decide: Decide = () => Promise.resolve(true),
  ): Promise<FileName | undefined> {
    return this.#unfinished.write(source, mostBytes, decide, (file) => this.#keep(file));
  }

  async #keep({ path, sha256 }: WrittenFile): Promise<void> {
    if (await this.has(sha256)) return;
    const body = new Uint8Array(await readFile(path));
    // The storage refuses bytes that arrive as others.
    const headers = { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': sha256 };
    const response = await this.#ask('PUT', sha256, { body, headers });
    await response.arrayBuffer();
    if (!response.ok) throw this.#refusal('PUT', response.status);
  }

  async has(sha256: string): Promise<boolean> {
    const { ok, status } = await this.#ask('HEAD', sha256);
    if (!ok && status !== 404) throw this.#refusal('HEAD', status);
    return ok;
  }

  read(sha256: string): Readable {
    return Readable.from(this.#chunks(sha256), { objectMode: false });
  }

  async *#chunks(sha256: string): AsyncGenerator<Uint8Array> {
    const { ok, status, body } = await this.#ask('GET', sha256);
    if (ok && body) yield* body;
    else {
      await body?.cancel();
      throw this.#refusal('GET', status);
    }
  }

  isIntact(sha256: string): Promise<boolean> {
    return isIntactIn(this, sha256);
  }

  clearUnfinished(now = Date.now()): Promise<void> {
    return this.#unfinished.clear(now);
  }

  async #ask(method: 'GET' | 'HEAD' | 'PUT', sha256: string, init: RequestInit = {}): Promise<Response> {
    const address = `${this.#address}/${placeOf(sha256)}`;
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), patience);
    try {
      return await this.#client.fetch(address, { ...init, method, signal: controller.signal });
    } catch (error) {
      this.#log.error({ method, err: error }, 'the object storage does not answer');
      throw new DomainError('unavailable', 'the object storage does not answer');
    } finally {
      // What has begun to come may come as slowly as whoever reads it takes it.
      clearTimeout(timer);
    }
  }

  /** What it says of why may name the key: its status is told alone. */
  #refusal(method: string, status: number): DomainError {
    this.#log.error({ method, status }, 'the object storage refuses');
    return new DomainError('unavailable', `the object storage answers ${method} with ${status}`);
  }
}
