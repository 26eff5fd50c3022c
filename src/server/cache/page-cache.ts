import type { StoredAnswer } from './stored-answer.ts';

/**
 * Rendered public answers by path and query, the least recently used leaving first when the memory given is full.
 * Answers of an older version of the record stay until they are replaced or crowded out: they are what is shown when
 * the database does not answer.
 */
export class PageCache {
  readonly #limitBytes: number;
  readonly #answers = new Map<string, StoredAnswer>();
  /** The largest answer worth keeping: one page must not empty the cache for all others. */
  readonly largestAnswer: number;
  #bytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
    this.largestAnswer = Math.min(4 * 1024 * 1024, Math.floor(limitBytes / 8));
  }

  get size(): number {
    return this.#answers.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  find(key: string): StoredAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer === undefined) return undefined;
    // A Map keeps the order of insertion: the most recently used go to its end.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  store(answer: StoredAnswer): void {
    this.#remove(answer.key);
    this.#answers.set(answer.key, answer);
    this.#bytes += answer.bytes;
    answer.onGrow = (bytes) => {
      this.#bytes += bytes;
      this.#shrink();
    };
    this.#shrink();
  }

  #remove(key: string): void {
    const answer = this.#answers.get(key);
    if (answer === undefined) return;
    this.#answers.delete(key);
    answer.onGrow = undefined;
    this.#bytes -= answer.bytes;
  }

  #shrink(): void {
    for (const key of this.#answers.keys()) {
      if (this.#bytes <= this.#limitBytes) return;
      this.#remove(key);
    }
  }
}
