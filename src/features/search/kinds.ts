import type { MessageKey } from '#i18n/translate.ts';

/** What can be found, in the order in which the kinds are offered. */
export const searchKinds = [
  'municipality',
  'unit',
  'contract',
  'priority',
  'need',
  'organisation',
  'person',
  'event',
  'article',
  'publication',
  'item',
  'figure',
  'experience',
  'context',
  'donor',
  'partner',
  'declaration',
  'training',
  'source',
  'methodology',
] as const;

export type SearchKind = (typeof searchKinds)[number];

export function kindLabel(kind: SearchKind): MessageKey {
  return `search.kind.${kind}`;
}

/** The name of all of a kind: 'Priorities'. */
export function kindsLabel(kind: SearchKind): MessageKey {
  return `search.kinds.${kind}`;
}

/**
 * What a kind is worth beside the match itself (a whole word in the title is worth about 6): of two that match alike,
 * the place comes before what was said in it.
 */
export const kindWeight: Readonly<Record<SearchKind, number>> = {
  municipality: 3,
  contract: 1.5,
  organisation: 1,
  methodology: 0.6,
  unit: 0.6,
  person: 0.6,
  donor: 0.5,
  partner: 0.5,
  priority: 0.5,
  figure: 0.4,
  publication: 0.4,
  item: 0.2,
  experience: 0.4,
  context: 0.4,
  article: 0.3,
  event: 0.3,
  need: 0.2,
  declaration: -0.3,
  training: -0.3,
  source: -0.5,
};
