import { createHash } from 'node:crypto';
import type { FloorWork } from './moderating.ts';

/** What the moderator's page shows, in one word. Time that runs on does not change it. */
export function markOfWork({ spoken: _, ...shown }: FloorWork): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}
