import type { Closers } from './closers.ts';

/** Says why, closes everything, and ends the process with 1. What fails because all is being closed is not told. */
export async function endWith(closers: Closers, reason: string): Promise<void> {
  if (closers.isClosing) return;
  process.stderr.write(`${reason}\n`);
  await closers.closeAll().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  process.exit(1);
}
