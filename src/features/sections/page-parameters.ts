import { articleFilter } from '#features/articles/schema.ts';
import { conclusionFilter } from '#features/conclusions/schema.ts';
import { contractFilter } from '#features/contracts/schema.ts';
import { experienceFilter } from '#features/experiences/filter.ts';
import { eventFilter } from '#features/events/schema.ts';
import { floorQuery } from '#features/floor/notes.ts';
import { catalogueFilter, pageFilter, publicationFilter } from '#features/library/schema.ts';
import { asOfParameter } from '#features/monitoring/as-of.ts';
import { comparisonFilter, correctionFilter, monitoringFilter } from '#features/monitoring/schema.ts';
import { municipalityFilter, needFilter } from '#features/places/schema.ts';
import { searchFilter } from '#features/search/schema.ts';

const named = (filter: { shape: object }) => Object.keys(filter.shape);

/** The public pages that look at parameters of their address, by what follows the language; `*` is any one segment. */
const pages: readonly (readonly [string, readonly string[]])[] = [
  ['', [asOfParameter]],
  ['conclusions', named(conclusionFilter)],
  ['contracts', [...named(contractFilter), asOfParameter]],
  ['contracts/*', [asOfParameter]],
  ['contracts/*/compiled/*', ['after']],
  ['events', named(eventFilter)],
  ['events/*/floor', named(floorQuery)],
  ['events/*/floor/screen', ['at']],
  ['events/*/floor/state', ['mark']],
  ['experiences', named(experienceFilter)],
  ['forums/*', ['counted']],
  ['events/*/register', ['sent']],
  ['forums/*/ask', ['sent']],
  ['join', ['sent']],
  ['library', named(catalogueFilter)],
  ['library/*', named(catalogueFilter)],
  ['monitoring', [...named(monitoringFilter), asOfParameter]],
  ['monitoring/*/report', [asOfParameter]],
  ['monitoring/*/report/*', [asOfParameter]],
  ['monitoring/corrections', [...named(correctionFilter), asOfParameter]],
  ['municipalities', [...named(municipalityFilter), asOfParameter]],
  ['municipalities/*', [asOfParameter]],
  ['municipalities/*/compare', [...named(comparisonFilter), asOfParameter]],
  ['municipalities/*/compare/*', [...named(comparisonFilter), asOfParameter]],
  ['municipalities/*/needs', named(needFilter)],
  ['municipalities/*/reports/*', [asOfParameter]],
  ['municipalities/*/reports/*/*', [asOfParameter]],
  ['news', named(articleFilter)],
  ['opinions', ['after']],
  ['priorities/*', [asOfParameter]],
  ['priorities/*/*/view', ['sent']],
  ['publications', named(pageFilter)],
  ['publications/*', named(publicationFilter)],
  ['questionnaires/*', ['sent']],
  ['registrations/*', ['done']],
  ['reply/*', ['done']],
  ['reply/*/*', ['done']],
  ['search', named(searchFilter)],
];

/** Pages that are each asker's own, and the API, which refuses a parameter that it does not know. */
const readWhole = /^\/(api(\/|$)|sign-in(\/|$)|[a-z]{2}\/(work|account|sign-in|sign-out)(\/|$))/;

const parametersByPage = new Map(pages.map(([page, names]) => [page, new Set(names)]));
const withWildcards = pages
  .filter(([page]) => page.includes('*'))
  .map(([page]) => ({ page, matches: new RegExp(`^${page.replaceAll('*', '[^/]+')}$`) }));
const none: ReadonlySet<string> = new Set();

/**
 * The parameters that the page of a path looks at; undefined where its address is to be read as it is. Whatever else
 * stands in an address changes nothing, so that the page need not be drawn anew for it.
 */
export function parametersOf(path: string): ReadonlySet<string> | undefined {
  if (readWhole.test(path)) return undefined;
  const page = path.replace(/^\/[a-z]{2}(\/|$)/, '').replace(/\/$/, '');
  const own = parametersByPage.get(page);
  if (own) return own;
  const alike = withWildcards.find(({ matches }) => matches.test(page));
  return alike ? parametersByPage.get(alike.page) : none;
}
