/**
 * In what a member sees itself, version after version: what was assessed by one is never read by another. A new version is a
 * new list here, with a number of its own.
 */
export const dimensionsOf = {
  1: ['listening', 'compiling', 'monitoring', 'communication', 'finance', 'inclusion'],
} as const;

export const currentVersion = 1;
export const dimensions = dimensionsOf[currentVersion];
export type Dimension = (typeof dimensions)[number];

export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

/** A level in each dimension. */
export type Scores = Readonly<Record<Dimension, Level>>;

function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value);
}

/** Scores as they are stored; undefined where a dimension has none. */
export function readScores(stored: unknown): Scores | undefined {
  if (stored === null || typeof stored !== 'object') return undefined;
  const values = new Map<string, unknown>(Object.entries(stored));
  const level = (dimension: Dimension) => {
    const value = values.get(dimension);
    return isLevel(value) ? value : undefined;
  };
  const [listening, compiling, monitoring, communication, finance, inclusion] = dimensions.map(level);
  if (!listening || !compiling || !monitoring || !communication || !finance || !inclusion) return undefined;
  return { listening, compiling, monitoring, communication, finance, inclusion };
}
