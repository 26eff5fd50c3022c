import { languageOfPath } from '#i18n/choose.ts';

/**
 * The kind of page for the metrics: the word that a section has in every language (`/sq/contracts/…` is
 * 'contracts'), 'home', or what stands first in an address without a language. Addresses that did not answer well are
 * 'other', so that made-up ones do not become labels.
 */
export function routeClass(path: string, status: number): string {
  if (status >= 400) return 'other';
  const end = path.indexOf('?');
  const [, first = '', second = ''] = (end === -1 ? path : path.slice(0, end)).split('/', 3);
  if (languageOfPath(path) !== undefined) return second === '' ? 'home' : second;
  return first === '' ? 'root' : first;
}
