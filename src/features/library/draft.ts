import { fold } from '#features/search/fold.ts';

/** What stands in a field one a line: blank lines and repetitions say nothing. */
export function linesOf(text: string): string[] {
  const told = new Map<string, string>();
  for (const line of text.split(/\n/)) {
    const one = line.trim().replaceAll(/\s+/g, ' ');
    if (one !== '' && !told.has(fold(one))) told.set(fold(one), one);
  }
  return [...told.values()];
}

/** Subjects as people type them: one a line, or several with commas or semicolons between. */
export function subjectsOf(text: string): string[] {
  return linesOf(text.replaceAll(/[;,]/g, '\n'));
}

export const mostAuthors = 50;
export const mostSubjects = 30;
export const longestName = 200;
export const longestSubject = 100;
/** Files of one publication: a language or a part each. */
export const mostFiles = 10;

/** Languages that a library of this network holds, those of the interface first. */
export const workLanguages = [
  'sq',
  'en',
  'it',
  'de',
  'fr',
  'el',
  'mk',
  'sr',
  'es',
  'sv',
  'tr',
  'ru',
] as const;
