import type { z } from 'zod';
import { faultsOf } from './faults.ts';
import type { Fields, FormState } from './form.ts';

/**
 * What was typed; files and Kit's own fields are left out, and so is what a person would not want to see again. NUL, which no
 * keyboard sends, no database keeps and no page shows, is left out as well.
 */
export function typedFields(data: FormData): Fields {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const values = data
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\u0000', '')] : []));
    const [first, ...more] = values;
    if (first === undefined) continue;
    fields[name.replaceAll('\u0000', '')] = more.length > 0 ? values : first;
  }
  return fields;
}

const secret = /password|secret|^code$/i;

/** Reads a form by its schema: the command, or the form as it is shown again with what is wrong at each field. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  data: FormData,
): { kind: 'parsed'; command: z.output<Schema>; fields: Fields } | { kind: 'refused'; state: FormState } {
  const typed = typedFields(data);
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.test(name)));
  const parsed = schema.safeParse(typed);
  return parsed.success
    ? { kind: 'parsed', command: parsed.data, fields }
    : { kind: 'refused', state: { fields, faults: faultsOf(parsed.error) } };
}
