import { Worker } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './order.ts';

/** One thread that makes PDFs. After a fault of its own it takes no more orders. */
export class PdfThread {
  readonly #worker: Worker;
  #ended: string | undefined;
  #answer: ((answer: PdfAnswer) => void) | undefined;

  constructor(program: string) {
    this.#worker = new Worker(program);
    this.#worker.on('message', (answer: PdfAnswer) => this.#settle(answer));
    this.#worker.on('error', (error: Error) => this.#end(whatToDo(error)));
    this.#worker.on('exit', () => this.#end('the thread ended'));
  }

  get isUsable(): boolean {
    return this.#ended === undefined;
  }

  /** One order at a time. @param mostTime milliseconds, after which it is given up, and the thread with it */
  ask(order: PdfOrder, mostTime: number): Promise<PdfAnswer> {
    if (this.#ended !== undefined) return Promise.resolve({ fault: this.#ended });
    // Only while it works does it keep the process alive.
    this.#worker.ref();
    const timer = setTimeout(() => {
      this.#end(`it took longer than ${mostTime} ms`);
      void this.stop();
    }, mostTime);
    const answered = new Promise<PdfAnswer>((resolve) => {
      this.#answer = resolve;
      this.#worker.postMessage(order, []);
    });
    return answered.finally(() => {
      clearTimeout(timer);
      this.#worker.unref();
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(why: string): void {
    this.#ended ??= why;
    this.#settle({ fault: why });
  }

  #settle(answer: PdfAnswer): void {
    this.#answer?.(answer);
    this.#answer = undefined;
  }
}

function whatToDo({ message }: Error): string {
  if (!/typst-ts-node-compiler|native binding/i.test(message)) return message;
  const machine = `${process.platform} ${process.arch}`;
  return `Typst, which sets PDFs, is not installed for ${machine}: install the packages with their optional dependencies (npm install --include=optional). ${message}`;
}
