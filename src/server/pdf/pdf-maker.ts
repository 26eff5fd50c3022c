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
  /** The thread's program: another one in tests. */
  program: string;
}

const usual: PdfLimits = {
  mostTime: 30_000,
  mostWaiting: 64,
  program: join(import.meta.dirname, 'pdf-worker.ts'),
};

/**
 * Makes PDFs in a thread of its own, one after the other, so that pages are answered meanwhile. The first order starts
 * the thread; after one that failed or took too long there is a new one.
 */
export class PdfMaker {
  readonly #log: Pick<Logger, 'error'>;
  readonly #limits: PdfLimits;
  #thread: PdfThread | undefined;
  #before: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(log: Pick<Logger, 'error'>, limits: Partial<PdfLimits> = {}) {
    this.#log = log;
    this.#limits = { ...usual, ...limits };
  }

  /**
   * A template set with data, as PDF/UA-1 (src/server/pdf/README.md). The same order gives the same bytes.
   * @throws DomainError 'unavailable' where it cannot be made now; why is in the log.
   */
  async make(order: PdfOrder): Promise<Uint8Array> {
    if (this.#waiting >= this.#limits.mostWaiting)
      throw new DomainError('unavailable', 'too many documents are asked for at once');
    this.#waiting += 1;
    const answered = this.#before.then(() => this.#usableThread().ask(order, this.#limits.mostTime));
    this.#before = answered;
    const answer = await answered.finally(() => (this.#waiting -= 1));
    if ('pdf' in answer) return answer.pdf;
    this.#log.error({ template: order.template, fault: answer.fault }, 'a PDF could not be made');
    throw new DomainError('unavailable', answer.fault);
  }

  async close(): Promise<void> {
    await this.#thread?.stop();
  }

  #usableThread(): PdfThread {
    if (!this.#thread?.isUsable) this.#thread = new PdfThread(this.#limits.program);
    return this.#thread;
  }
}
