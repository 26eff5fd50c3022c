import type { AuditedEvent } from './event.ts';

/** One field that an event changed; undefined where it was not there. */
export interface Change {
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type State = Readonly<Record<string, unknown>>;

function isState(value: unknown): value is State {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Texts per language and other parts inside a field become fields of their own: `statement.sq`. */
function flatten(state: State | null, prefix = ''): [field: string, text: string][] {
  return Object.entries(state ?? {}).flatMap(([name, value]) => {
    const field = prefix + name;
    if (isState(value)) return flatten(value, `${field}.`);
    const text = textOf(value);
    return text === '' ? [] : [[field, text]];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return value.map((item) => (isState(item) ? JSON.stringify(item) : textOf(item))).join(', ');
  }
  return JSON.stringify(value);
}

/** What an event changed, field by field; what stayed as it was is left out. */
export function changesOf({ before, after }: Pick<AuditedEvent, 'before' | 'after'>): Change[] {
  const was = new Map(flatten(before));
  const is = new Map(flatten(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }))
    .filter((change) => change.before !== change.after);
}
