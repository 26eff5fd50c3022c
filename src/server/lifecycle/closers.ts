type Close = () => Promise<void> | void;

/** What has been opened, to be closed in the opposite order, once. */
export class Closers {
  #opened: Close[] = [];
  #closing: Promise<void> | undefined;
  #controller = new AbortController();

  /** Aborted as soon as closing begins, for what is still being opened then. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  add(close: Close): void {
    this.#opened.push(close);
  }

  /** @throws the first fault, after everything else has been closed all the same */
  closeAll(): Promise<void> {
    this.#closing ??= this.#run();
    return this.#closing;
  }

  async #run(): Promise<void> {
    this.#controller.abort();
    const faults: unknown[] = [];
    for (let close = this.#opened.pop(); close; close = this.#opened.pop()) {
      try {
        await close();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }
}
