import { fine, refuse, type ParsedCell } from './parsed-cell.ts';

interface Bounds {
  least?: number;
  most?: number;
}

/** A whole number in its shortest form. */
export function parseInteger(bounds: Bounds, text: string): ParsedCell {
  if (!/^-?\d{1,15}$/.test(text)) return refuse('integer');
  // Adding zero makes of -0 a plain one.
  const value = Number(text) + 0;
  return outside(bounds, value) ?? fine(String(value));
}

/** A number with a decimal point in its shortest form. */
export function parseNumber(kind: Bounds & { decimals?: number }, text: string): ParsedCell {
  const match = /^(-?)0*(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) return refuse('number');
  const [, sign = '', whole = '0', fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  // The database would round what it cannot keep, and the next import would find another number there.
  if (kind.decimals !== undefined && digits.length > kind.decimals)
    return refuse('decimals', { count: kind.decimals });
  const value = digits === '' ? whole : `${whole}.${digits}`;
  return outside(kind, Number(`${sign}${value}`)) ?? fine(value === '0' ? '0' : `${sign}${value}`);
}

function outside({ least, most }: Bounds, value: number): ParsedCell | undefined {
  if ((least === undefined || value >= least) && (most === undefined || value <= most)) return undefined;
  if (least === undefined) return refuse('at-most', { most: String(most) });
  if (most === undefined) return refuse('at-least', { least: String(least) });
  return refuse('between', { least: String(least), most: String(most) });
}
