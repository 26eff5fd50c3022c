import { z } from 'zod';
import { calendarDay } from '#forms/fields.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest).optional().catch(undefined);
const day = calendarDay().optional().catch(undefined);

/** What the audit is searched by, as it stands in the address; anything else there is as if it were not. */
export const auditFilter = z.object({
  /** Part of a name or an e-mail address, or the command that acted. */
  actor: text(200),
  action: text(60),
  kind: text(60),
  /** The key of a municipality. */
  municipality: text(200),
  from: day,
  to: day,
  q: text(200),
  /** The last event of the page before. */
  after: z.uuid().optional().catch(undefined),
});

export type AuditFilter = z.infer<typeof auditFilter>;
