import { withQuery } from '#i18n/query.ts';
import type { BoardFilter } from './schema.ts';

/** Where a board's pages are. */
export function boardPath(language: string, board: { municipalityKey: string; mandateKey: string }): string {
  return `/${language}/work/compiling/${board.municipalityKey}/${board.mandateKey}`;
}

/** The board's address with its filter, some of it changed; the step that was just taken is left out. */
export function boardAddress(path: string, filter: BoardFilter, changed: Partial<BoardFilter> = {}): string {
  const { place, done: _done, before: _before, ...rest } = { ...filter, ...changed };
  return withQuery(path, { ...rest, place: place === 'waiting' ? undefined : place });
}

/** A form action on the page at an address, which keeps the filter: `?/put&field=…`. */
export function actionOn(address: string, action: string): string {
  const query = address.split('?')[1];
  return query ? `?/${action}&${query}` : `?/${action}`;
}
