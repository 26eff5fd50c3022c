// Tries to hold the data folder given as its argument; prints what came of it, and waits to be ended where it holds it.
import { takeLock } from './lock.ts';

const lock = takeLock(process.argv[2] ?? '');
const isHeld = 'heldBy' in lock;
process.stdout.write(isHeld ? 'refused\n' : 'held\n');
// The lock lives as long as what holds it is referred to.
setTimeout(() => (isHeld ? undefined : lock.release()), isHeld ? 0 : 60_000);
