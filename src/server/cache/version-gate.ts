/** The version of the record; undefined where the database did not answer. */
export type Version = string | undefined;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Answers "which version of the record holds now?" with a check that began after the question was put, so that
 * whatever anyone committed before a request arrived is seen by it. Questions put while a check runs share the next
 * one: under load one query serves many requests, as a database commits many transactions with one flush.
 */
export class VersionGate {
  readonly #read: () => Promise<Version>;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Version> | undefined;

  /** @param read asks the database; gives undefined, and does not throw, when that fails. */
  constructor(read: () => Promise<Version>) {
    this.#read = read;
  }

  current(): Promise<Version> {
    this.#next ??= this.#begin();
    return this.#next;
  }

  async #begin(): Promise<Version> {
    await this.#running;
    // All requests of this turn of the event loop join before the question goes out.
    await nextTurn();
    this.#next = undefined;
    const check = this.#read();
    this.#running = check;
    return check;
  }
}
