const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Words shorter than this have too many neighbours to be taken for one of them. */
export const leastLengthForTypos = 4;
/** Longer ones are no words of anybody's, and their neighbours are thousands. */
export const longestForTypos = 32;

/**
 * Every word that one slip of the hand away from a folded word: a letter left out, put in, put for another, or two
 * swapped. Some hundreds; looking them up among the words there are costs the same however many those are.
 */
export function oneSlipAway(word: string): Set<string> {
  const found = new Set<string>();
  const characters = [...word];
  for (let at = 0; at <= characters.length; at++) {
    const before = characters.slice(0, at).join('');
    const after = characters.slice(at + 1).join('');
    const here = characters[at];
    for (const letter of letters) found.add(`${before}${letter}${here ?? ''}${after}`);
    if (here === undefined) continue;
    found.add(before + after);
    for (const letter of letters) found.add(before + letter + after);
    const next = characters[at + 1];
    if (next !== undefined) found.add(before + next + here + characters.slice(at + 2).join(''));
  }
  found.delete(word);
  found.delete('');
  return found;
}
