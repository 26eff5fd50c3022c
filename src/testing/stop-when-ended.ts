const codes = { SIGINT: 130, SIGTERM: 143 } as const;
const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Asked to end, Vitest ends within a millisecond, without the teardown of a global setup, and what that has started
 * would run on. From here on it is stopped first.
 * @returns the teardown, for a run that ends by itself
 */
export function stopWhenEnded(stop: () => Promise<void>): () => Promise<void> {
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.once(signal, () => void stop().finally(() => process.exit(codes[signal])));
  }
  return stop;
}
