import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { DomainError } from '../errors.ts';
import type { PdfOrder } from './order.ts';
import { PdfThread } from './pdf-thread.ts';

export interface PdfLimits {
  /** Milliseconds that one document may take; a usual one takes less than a hundred. */
  mostTime: number;
  /** Orders that may wait; more are refused at once, as they would wait too long. */
  mostWaiting: number;
  /** Threads at most: one more starts only where all are at work, and takes about 100 MB. */
  threads: number;
  /** The threads' program: another one in tests. */
  program: string;
}

const usual: PdfLimits = {
  mostTime: 30_000,
  mostWaiting: 64,
  threads: Math.min(2, availableParallelism()),
  program: join(import.meta.dirname, 'pdf-worker.ts'),
};

/**
 * Makes PDFs in threads of their own, so that pages are answered meanwhile: in the order in which they are asked for, two at
 * a time where there are two processors. An order starts a thread where none is free; one that failed or took too long is
 * replaced.
 */
export class PdfMaker {
  readonly #log: Pick<Logger, 'error'>;
  readonly #limits: PdfLimits;
  readonly #threads = new Set<PdfThread>();
  readonly #free: PdfThread[] = [];
  /** Those who wait for a thread, in the order in which they came. */
  readonly #queue: ((thread: PdfThread) => void)[] = [];
  #orders = 0;

  constructor(log: Pick<Logger, 'error'>, limits: Partial<PdfLimits> = {}) {
    this.#log = log;
    this.#limits = { ...usual, ...limits };
  }

  /** Documents that are made at the same time, for those who ask for many. */
  get lanes(): number {
    return this.#limits.threads;
  }

  /**
   * A template set with data, as PDF/UA-1 (src/server/pdf/README.md). The same order gives the same bytes.
   * @throws DomainError 'unavailable' where it cannot be made now; why is in the log.
   */
  async make(order: PdfOrder): Promise<Uint8Array> {
    if (this.#orders >= this.#limits.mostWaiting)
      throw new DomainError('unavailable', 'too many documents are asked for at once');
    this.#orders += 1;
    const thread = await this.#takeThread();
    const answer = await thread.ask(order, this.#limits.mostTime).finally(() => {
      this.#orders -= 1;
      this.#giveBack(thread);
    });
    if ('pdf' in answer) return answer.pdf;
    this.#log.error({ template: order.template, fault: answer.fault }, 'a PDF could not be made');
    throw new DomainError('unavailable', answer.fault);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.stop()));
  }

  async #takeThread(): Promise<PdfThread> {
    const free = this.#free.pop();
    if (free?.isUsable) return free;
    if (free) this.#threads.delete(free);
    if (this.#threads.size < this.#limits.threads) return this.#startThread();
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #startThread(): PdfThread {
    const thread = new PdfThread(this.#limits.program);
    this.#threads.add(thread);
    return thread;
  }

  #giveBack(thread: PdfThread): void {
    if (!thread.isUsable) this.#threads.delete(thread);
    const next = this.#queue.shift();
    if (next) next(thread.isUsable ? thread : this.#startThread());
    else if (thread.isUsable) this.#free.push(thread);
  }
}
