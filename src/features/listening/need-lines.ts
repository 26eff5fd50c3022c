import { sanitised } from '#forms/sanitised.ts';

/** What the words before a line's colon can name. */
export interface Named {
  id: string;
  /** In every language and by its key. */
  names: readonly string[];
}

export interface NeedLine {
  /** As the text area counts, from 1. */
  line: number;
  statement: string;
  fieldId: string | null;
  unitId: string | null;
  /** A place that is no unit. */
  place: string;
}

/** Lines of one paste. */
export const mostLines = 200;

/**
 * The needs of a paste, one a line; empty lines and the bullets that come along from documents are left out. A line may
 * begin with a short field and a place: 'inf @Çakran: Rruga …'. Words before a colon that name neither are part of the need.
 */
export function readNeedLines(text: string, fields: readonly Named[], units: readonly Named[]): NeedLine[] {
  return sanitised(text)
    .split('\n')
    .flatMap((raw, index) => {
      const line = raw.replace(/^[\s•·*–—-]*(?:\d{1,3}[.)]\s+)?/u, '').trim();
      return line === '' ? [] : [{ line: index + 1, ...readLine(line, fields, units) }];
    });
}

function readLine(line: string, fields: readonly Named[], units: readonly Named[]): Omit<NeedLine, 'line'> {
  const plain = { statement: line, fieldId: null, unitId: null, place: '' };
  const [, head = '', statement = ''] = /^([^:]{1,80}):\s*(\S.*)$/su.exec(line) ?? [];
  const [, word = '', where = ''] = /^([^\s@]*)\s*(?:@\s*(.+))?$/u.exec(head.trim()) ?? [];
  if (statement === '' || (word === '' && where === '')) return plain;
  const fieldId = word === '' ? null : find(word, fields, 2);
  if (word !== '' && fieldId === null) return plain;
  const unitId = where === '' ? null : find(where, units, 3);
  return { statement, fieldId, unitId, place: unitId === null ? where.trim() : '' };
}

/** The only one whose name begins so; null where there is none, or several and none is meant whole. */
function find(typed: string, among: readonly Named[], least: number): string | null {
  const wanted = folded(typed);
  if (wanted.length < least) return null;
  const whole = among.filter(({ names }) => names.some((name) => folded(name) === wanted));
  const begun = among.filter(({ names }) => names.some((name) => folded(name).startsWith(wanted)));
  const [only, ...others] = whole.length > 0 ? whole : begun;
  return only && others.length === 0 ? only.id : null;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
