import { guardFormula } from '../datapackage/csv-line.ts';

/**
 * A text as a workbook has it: nothing of it runs as a formula, and it comes back as it was. Signs that the writer would leave out
 * are written by their numbers (`_xFFFD_`, ECMA-376 22.9.2.19), and what looks like such a number stays what it is. The writer looks
 * texts up in an object, so one that is called as something that every object has ('toString') would break the file: a space
 * after it, which reading takes away, makes it another.
 */
export function cellText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\p{Noncharacter_Code_Point}\uFFFD]/gu, byNumber);
  return escaped in {} ? `${escaped} ` : guardFormula(escaped);
}

function byNumber(sign: string): string {
  return sign
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
}
