import type { App } from '../app.ts';

/**
 * A version of the record that public pages are drawn from. What was read for one page of a version serves the others,
 * and leaves the memory with the version.
 */
export class RecordVersion {
  static #current: RecordVersion | undefined;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** The one object of a version: what is kept under it is found by all who draw pages of it. */
  static named(name: string): RecordVersion {
    if (RecordVersion.#current?.name !== name) RecordVersion.#current = new RecordVersion(name);
    return RecordVersion.#current;
  }
}

/** Answers kept of one reading; with this many different arguments, addresses are being made up. */
const mostKept = 200;

/**
 * Makes a reading happen once for each version of the record and argument, however many pages show it: the rounds, the
 * fields, the network's figures are the same for all. Where no version is given (a command, a form, a signed-in person)
 * it reads anew. Whoever receives what was read must not change it: others hold the same.
 */
export function perVersion<Args extends (string | undefined)[], T>(
  read: (app: App, ...args: Args) => Promise<T>,
): (app: App, ...args: Args) => Promise<T> {
  const kept = new WeakMap<RecordVersion, Map<string, Promise<T>>>();
  return (app, ...args) => {
    if (app.version === undefined) return read(app, ...args);
    const ofVersion = kept.get(app.version) ?? new Map<string, Promise<T>>();
    kept.set(app.version, ofVersion);
    const key = JSON.stringify(args);
    const known = ofVersion.get(key);
    if (known) return known;
    const reading = read(app, ...args);
    if (ofVersion.size < mostKept) ofVersion.set(key, reading);
    // What failed is asked again by the next page.
    reading.catch(() => ofVersion.delete(key));
    return reading;
  };
}
