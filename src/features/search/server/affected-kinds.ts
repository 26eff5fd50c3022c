import type { SearchKind } from '../kinds.ts';

/** The kinds of documents that a table's rows stand in; 'all' where names are found everywhere. */
const kindsByTable: Readonly<Record<string, readonly SearchKind[] | 'all'>> = {
  county: ['municipality'],
  municipality: 'all',
  mandate: ['contract', 'priority'],
  administrative_unit: ['unit', 'priority', 'need', 'event'],
  organisation: ['organisation', 'publication', 'experience', 'declaration', 'training'],
  membership: ['organisation'],
  donor: ['donor'],
  grant_programme: ['donor'],
  person: ['person', 'event'],
  post: ['person'],
  contract: ['contract', 'priority'],
  priority: ['priority'],
  priority_place: ['priority'],
  component: ['priority'],
  status: ['priority'],
  need: ['need'],
  need_correction: ['need'],
  event: ['event'],
  event_correction: ['event'],
  event_now: ['event'],
  event_plan: ['event'],
  event_plan_item: ['event'],
  event_plan_municipality: ['event'],
  event_plan_person: ['event'],
  event_plan_topic: ['event'],
  event_item: ['event'],
  event_person: ['event'],
  event_text: ['event'],
  event_topic: ['event'],
  conclusion: ['event'],
  context_period: ['context'],
  context_municipality: ['context'],
  codebook: ['methodology'],
  codebook_code: ['methodology'],
  article: ['article'],
  article_version: ['article'],
  article_person: ['article'],
  letter_answer: ['article'],
  publication: ['publication'],
  publication_author: ['publication'],
  catalogue_item: ['item'],
  partner: ['partner'],
  declaration: ['declaration'],
  declaration_funding: ['declaration'],
  training_count: ['training'],
  methodology_version: ['methodology'],
  published_figure: ['figure'],
  experience: ['experience'],
  experience_correction: ['experience'],
  source: ['source'],
};

/** The kinds to refresh after rows of these tables changed; undefined: all of them. */
export function affectedKinds(tables: readonly string[]): SearchKind[] | undefined {
  const kinds = new Set<SearchKind>();
  for (const table of tables) {
    const affected = kindsByTable[table] ?? [];
    if (affected === 'all') return undefined;
    for (const kind of affected) kinds.add(kind);
  }
  return [...kinds];
}
