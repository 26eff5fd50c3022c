/**
 * Short unique names for small places: 'Tiranë' -> 'Tir', 'Vau i Dejës' -> 'ViD', 'Korçë', 'Koplik' -> 'Kor', 'Kop'. Names of several words give their
 * initials; where three letters are taken, the last gives way to a later one.
 */
export function abbreviate(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const short = new Map<string, string>();
  for (const name of names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (short.has(name)) continue;
    const found = candidates(name).find((candidate) => !taken.has(candidate.toLowerCase())) ?? name;
    taken.add(found.toLowerCase());
    short.set(name, found);
  }
  return short;
}

const vowels = new Set('aeëiouy');

function candidates(name: string): string[] {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = [...words.join('')];
  const [first = '', second = '', ...rest] = letters;
  const several = words.length > 1 ? words.map((word) => [...word][0] ?? '').join('') : '';
  return [
    ...(several.length > 1 ? [several] : []),
    ...rest.slice(0, 1).map((letter) => first + second + letter),
    ...rest.filter((letter) => !vowels.has(letter)).map((letter) => first + second + letter),
    ...rest.slice(1).map((letter, index) => first + (rest[index] ?? '') + letter),
    ...letters.map((_, index) => letters.slice(0, index + 1).join('')).slice(3),
    ...letters.map((_, index) => `${first}${second}${index + 1}`),
  ];
}
