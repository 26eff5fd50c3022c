import { z } from 'zod';
import { mostColumns, mostLines } from './limits.ts';

const rows = z.array(z.array(z.string()).max(mostColumns)).max(mostLines);

/** The lines of a file that was looked at, as the form carries them on: nobody chooses the file a second time. */
export const carriedRows = z.string().transform((value, context) => {
  try {
    const parsed = rows.safeParse(JSON.parse(value));
    if (parsed.success) return parsed.data;
  } catch {
    // No lines of ours: told as unreadable below.
  }
  context.addIssue({ code: 'custom', message: 'form.fault.unreadable' });
  return z.NEVER;
});
