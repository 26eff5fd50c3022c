import type { z } from 'zod';
import { isMessageKey } from '#i18n/translate.ts';
import type { FieldFault } from './form.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, as messages at the fields; the first fault of each field, in the schema's order. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  const byField = new Map<string, FieldFault>();
  for (const issue of error.issues) {
    const fault = faultOf(issue);
    if (!byField.has(fault.field)) byField.set(fault.field, fault);
  }
  return [...byField.values()];
}

/** @see faultsOf. A path inside a list, `needs.3.statement`, is the name of that control. */
function faultOf(issue: Issue): FieldFault {
  const field = issue.path.join('.');
  const inner = innermost(issue);
  if (isMessageKey(inner.message)) return { field, key: inner.message };
  switch (inner.code) {
    case 'too_big':
      if (inner.origin === 'string')
        return { field, key: 'form.fault.too-long', values: { most: Number(inner.maximum) } };
      return { field, key: 'form.fault.too-big', values: { most: Number(inner.maximum) } };
    case 'too_small':
      if (inner.origin === 'string') return { field, key: 'form.fault.missing' };
      return { field, key: 'form.fault.too-small', values: { least: Number(inner.minimum) } };
    case 'invalid_type':
      return { field, key: 'form.fault.missing' };
    case 'invalid_value':
      return { field, key: 'form.fault.choice' };
    case 'invalid_format':
      return { field, key: inner.format === 'email' ? 'form.fault.email' : 'form.fault.unreadable' };
    default:
      return { field, key: 'form.fault.unreadable' };
  }
}

/** Of "nothing, or this": what is wrong with this. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const nested = issue.errors.findLast((errors) => errors.length > 0)?.[0];
  return nested ? innermost(nested) : issue;
}
