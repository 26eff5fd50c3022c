import type { Connection, Submittable } from 'pg';

// changed_at beside the number: a restored or reloaded record may count from the start again.
const text = `SELECT version || '.' || extract(epoch FROM changed_at) FROM record_version`;

interface DataRow {
  fields: unknown[];
}

/**
 * The one query that is in the way of every request, as a `Submittable` of pg's: without the description and the
 * decoding of a result whose one column is known, asking takes half the time.
 */
export class VersionQuery implements Submittable {
  /** pg remembers by name and text which statements the connection has parsed. */
  readonly name: string;
  readonly text = text;
  readonly #isPrepared: boolean;
  readonly #settle: (error: Error | undefined, version: string | undefined) => void;
  #version: string | undefined;
  #error: Error | undefined;

  constructor(
    name: string | undefined,
    isPrepared: boolean,
    settle: (error: Error | undefined, version: string | undefined) => void,
  ) {
    this.name = name ?? '';
    this.#isPrepared = isPrepared;
    this.#settle = settle;
  }

  submit(connection: Connection): void {
    connection.stream.cork();
    if (!this.#isPrepared) connection.parse({ name: this.name, text, types: [] }, true);
    connection.bind({ statement: this.name }, true);
    connection.execute({}, true);
    connection.sync();
    connection.stream.uncork();
  }

  handleDataRow(row: DataRow): void {
    const [version] = row.fields;
    if (typeof version === 'string') this.#version = version;
    else if (Buffer.isBuffer(version)) this.#version = version.toString();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#error = error;
    this.#settle(error, undefined);
  }

  handleReadyForQuery(): void {
    if (this.#error === undefined) this.#settle(undefined, this.#version);
  }
}
