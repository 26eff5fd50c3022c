import type { Closers } from './closers.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ctrl-C, SIGTERM and a closed terminal close everything, then end the process; more of them change nothing, because
 * launchers pass on what the terminal has sent to every process already.
 * @param exitCode 0 where stopping is how the program ends; for a command, which was to do something, another
 * @returns how to stop listening
 */
export function closeOnSignals(closers: Closers, exitCode: number): () => void {
  const end = () => {
    closers.closeAll().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}
