import type { Pair } from '../text.ts';

export interface ArticlePlan {
  key: string;
  municipality?: string;
  on: string;
  title: Pair;
  summary: Pair;
  /** Markdown; {fully} {partly} {not} {nodata} {total} are counts of the round 2024-2025. */
  body: Pair;
}

export interface ExperiencePlan {
  key: string;
  municipality: string;
  field: 'infrastructure' | 'governance' | 'economy' | 'social';
  on: string;
  title: Pair;
  summary: Pair;
  body: Pair;
}
