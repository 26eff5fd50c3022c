import type { Client } from 'pg';
import type { Version } from './version-gate.ts';
import { VersionQuery } from './version-query.ts';

const statementName = 'pop_record_version';

export interface VersionReaderOptions {
  /** A client that is not connected yet. The check has a connection of its own: a busy pool must not delay it. */
  createClient: () => Client;
  preparedStatements: boolean;
  /** Longest wait for the database, in milliseconds, before what is in the cache is shown as it is. */
  timeout: number;
  onFailure: (error: unknown) => void;
}

class LateAnswer extends Error {}

/** Reads the version of the record over one connection that it opens, keeps, and opens again when it breaks. */
export class VersionReader {
  readonly #options: VersionReaderOptions;
  #client: Client | undefined;
  #isPrepared = false;
  #closed = false;

  constructor(options: VersionReaderOptions) {
    this.#options = options;
  }

  /** The version, or undefined where the database does not tell it in time. Asked one at a time (VersionGate). */
  async read(): Promise<Version> {
    if (this.#closed) return undefined;
    const kept = this.#client !== undefined;
    try {
      return await this.#attempt();
    } catch (error) {
      this.#drop();
      // A kept connection may have been broken long ago while the database itself is well.
      if (kept && !(error instanceof LateAnswer)) return this.#readAgain();
      return this.#fail(error);
    }
  }

  async #readAgain(): Promise<Version> {
    try {
      return await this.#attempt();
    } catch (error) {
      this.#drop();
      return this.#fail(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #attempt(): Promise<Version> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new LateAnswer('The database did not tell the version of the record in time.')),
      this.#options.timeout,
    );
    try {
      return await Promise.race([this.#ask(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask(): Promise<Version> {
    const client = this.#client ?? (await this.#connect());
    const { promise, resolve, reject } = Promise.withResolvers<Version>();
    const name = this.#options.preparedStatements ? statementName : undefined;
    const query = new VersionQuery(name, this.#isPrepared, (error, version) => {
      if (error) return reject(error);
      this.#isPrepared = name !== undefined;
      resolve(version);
    });
    client.query(query);
    return promise;
  }

  async #connect(): Promise<Client> {
    const client = this.#options.createClient();
    this.#client = client;
    this.#isPrepared = false;
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return client;
  }

  #drop(): void {
    const client = this.#client;
    this.#client = undefined;
    // Not awaited: a database that hangs would not answer the farewell either.
    client?.end().catch(() => undefined);
  }

  #fail(error: unknown): undefined {
    this.#options.onFailure(error);
    return undefined;
  }
}
