import { createHash, randomBytes } from 'node:crypto';

/** A seed that nobody chose: 128 random bits, written out. */
export function makeSeed(): string {
  return randomBytes(16).toString('hex');
}

/**
 * The order by lot: by the SHA-256 of '<seed> <name>'. Whoever has the seed can draw again and compare, with
 * `printf '%s %s' SEED NAME | sha256sum` for each name.
 */
export function drawOrder(seed: string, names: readonly string[]): string[] {
  const numbered = names.map((name) => ({ name, number: lotNumber(seed, name) }));
  return numbered.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map(({ name }) => name);
}

export function lotNumber(seed: string, name: string): string {
  return createHash('sha256').update(`${seed} ${name}`, 'utf8').digest('hex');
}
