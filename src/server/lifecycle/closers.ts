type Close = () => Promise<void> | void;

/** What has been opened, to be closed in the opposite order, once. */
export class Closers {
  #opened: Close[] = [];
  #closing: Promise<void> | undefined;

  add(close: Close): void {
    this.#opened.push(close);
  }

  closeAll(): Promise<void> {
    this.#closing ??= this.#run();
    return this.#closing;
  }

  async #run(): Promise<void> {
    for (let close = this.#opened.pop(); close; close = this.#opened.pop()) await close();
  }
}

/** Ctrl-C and SIGTERM close everything and end the process with 0; a second Ctrl-C changes nothing. */
export function closeOnSignals(closers: Closers): void {
  const end = () => {
    closers.closeAll().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
