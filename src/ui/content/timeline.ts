import type { Status } from '../status/status.ts';

export interface TimelineItem {
  /** Anchor on the page. */
  id: string;
  /** As shown: '2019–2020', 'Signed 12 June 2019'. */
  when: string;
  status: Status;
  /** The status's word, or what happened. */
  label: string;
  href?: string | undefined;
}
