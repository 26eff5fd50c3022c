import type { MessageValues } from '#i18n/translate.ts';

/** What a cell or file should have been; its text is the message `package.expected.<rule>`. */
export interface Expected {
  rule: string;
  values?: MessageValues;
}

/** One thing wrong in a package, told so that its author finds it in a spreadsheet. */
export interface Fault {
  file: string;
  /** As a spreadsheet counts: the header is row 1. */
  row?: number;
  /** Instead of the row: the id of one that is in the record and not in the package. */
  key?: string;
  column?: string;
  /** What stands there, shortened. */
  value?: string;
  expected: Expected;
}

/** More than this many tell nobody more. */
export const mostFaults = 100;

const longestValue = 80;

export function shorten(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue)}…`;
}

/** Gathers faults up to the most that are told, and counts them all. */
export class Faults {
  readonly list: Fault[] = [];
  count = 0;

  add(fault: Fault): void {
    this.count += 1;
    if (this.list.length < mostFaults) {
      this.list.push(fault.value === undefined ? fault : { ...fault, value: shorten(fault.value) });
    }
  }

  get isFull(): boolean {
    return this.list.length >= mostFaults;
  }
}
