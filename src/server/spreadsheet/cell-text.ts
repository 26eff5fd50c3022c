import { guardFormula } from '../datapackage/csv-line.ts';

/**
 * A text as a workbook has it: nothing of it runs as a formula, and what looks like a sign written by its number (`_x0041_`, ECMA-376
 * 22.9.2.19) stays what it is. The writer of workbooks looks texts up in an object, so one that is called as something that every
 * object has ('toString') would break the file: a space after it, which reading takes away, makes it another.
 */
export function cellText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return escaped in {} ? `${escaped} ` : guardFormula(escaped);
}
