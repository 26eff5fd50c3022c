import { parseInteger, parseNumber } from './number-cell.ts';
import { fine, refuse, type ParsedCell } from './parsed-cell.ts';
import type { CellKind } from './resource.ts';

const keyPattern = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;
const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** An article has a tenth of it; more is a file that was pasted into a cell. */
const longestText = 100_000;

// A text that was once read in a wrong encoding holds U+FFFD where its letters were; no program gets them back.
const damaged = '\uFFFD';
// oxlint-disable-next-line no-control-regex -- they have no place in a text, and none in XML at all
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** The canonical form of a cell's text (what an export writes), or what it should have been. */
export function parseCell(kind: CellKind, raw: string): ParsedCell {
  const text = raw.trim();
  if (text === '') return { ok: true, cell: null };
  switch (kind.kind) {
    case 'text':
    case 'translation':
      return parseText(text);
    case 'key':
    case 'reference':
      return keyPattern.test(text) && text.length <= 200 ? fine(text) : refuse('key');
    case 'choice':
      return kind.values.includes(text) ? fine(text) : refuse('choice', { values: kind.values.join(', ') });
    case 'integer':
      return parseInteger(kind, text);
    case 'number':
      return parseNumber(kind, text);
    case 'boolean': {
      const lower = text.toLowerCase();
      return lower === 'true' || lower === 'false' ? fine(lower) : refuse('boolean');
    }
    case 'date':
      return text.length === 10 && isDate(text) ? fine(text) : refuse('date');
    case 'partial-date':
      return isDate(text) ? fine(text) : refuse('partial-date');
    case 'sha256':
      return /^[0-9a-f]{64}$/.test(text) ? fine(text) : refuse('sha256');
    case 'list':
      return parseText(splitList(text).join(';'));
    case 'sources': {
      const keys = splitList(text);
      return keys.every((key) => keyPattern.test(key)) ? fine(keys.join(';')) : refuse('keys');
    }
    case 'json':
      return parseJson(text);
  }
}

/** The items of a cell that holds a list. */
export function splitList(text: string): string[] {
  const items = text
    .split(';')
    .map((item) => item.trim().normalize('NFC'))
    .filter((item) => item !== '');
  return [...new Set(items)];
}

function parseText(text: string): ParsedCell {
  if (text.length > longestText) return refuse('text-length', { most: longestText });
  if (text.includes(damaged)) return refuse('undamaged');
  return controls.test(text) ? refuse('text') : fine(text.normalize('NFC').replace(/\r\n?/g, '\n'));
}

/** Whether a year, month or day is in the calendar (proleptic Gregorian). */
function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined || Number(year) === 0) return false;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return at.getUTCMonth() === Number(month ?? 1) - 1 && at.getUTCDate() === Number(day ?? 1);
}

function parseJson(text: string): ParsedCell {
  try {
    return fine(canonicalJson(JSON.parse(text)));
  } catch {
    return refuse('json');
  }
}

/** Compact JSON with the keys of every object in order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
