/** Codes of the components of invented priorities that show each rule of the scale once. */
const candidates: readonly (readonly string[])[] = [
  ['complete', 'complete'],
  ['complete', 'partial'],
  ['complete', 'none'],
  ['complete', 'no-evidence'],
  ['initiated', 'none'],
  ['none', 'none'],
  ['no-evidence', 'no-evidence'],
  ['complete', 'not-assessable'],
  ['not-assessable', 'not-assessable'],
];

/** Those of the examples that can be told in the codes of a codebook: none where it has another scale. */
export function exampleCodes(known: readonly string[]): readonly (readonly string[])[] {
  return candidates.filter((codes) => codes.every((code) => known.includes(code)));
}
