import type { Expected } from './fault.ts';

export type ParsedCell = { ok: true; cell: string | null } | { ok: false; expected: Expected };

export function fine(cell: string): ParsedCell {
  return { ok: true, cell };
}

export function refuse(rule: string, values?: Expected['values']): ParsedCell {
  return { ok: false, expected: values ? { rule, values } : { rule } };
}
