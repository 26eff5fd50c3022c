import type { Pair } from '../text.ts';

export interface EventPlan {
  key: string;
  kind:
    | 'conference'
    | 'forum'
    | 'listening'
    | 'meeting'
    | 'report'
    | 'hearing'
    | 'interview'
    | 'petition'
    | 'review';
  municipality?: string;
  unit?: string;
  mandate?: '2019-2023' | '2023-2027';
  title: Pair;
  starts: string;
  ends?: string;
  at?: string;
  place?: Pair;
  online?: true;
  participants?: readonly [number, 'exact' | 'about' | 'at-least'];
  summary?: Pair;
}
