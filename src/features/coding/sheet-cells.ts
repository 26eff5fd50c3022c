import type { Search } from './search-log.ts';

/** Enough of an item's id to tell it from the others of one component. */
const markLength = 8;

export function markOf(itemId: string): string {
  return itemId.slice(0, markLength);
}

/** The ids that marks in a cell stand for, and the marks that stand for none. */
export function itemsOf(cell: string, ids: readonly string[]): { items: string[]; unknown: string[] } {
  const marks = cell.split(/[\s,;]+/).filter((mark) => mark !== '');
  const found = marks.map((mark) => ({ mark, id: ids.find((id) => markOf(id) === mark.toLowerCase()) }));
  return {
    items: found.flatMap(({ id }) => id ?? []),
    unknown: found.flatMap(({ mark, id }) => (id === undefined ? [mark] : [])),
  };
}

/** The search log in one cell: a line for each place. */
export function cellOfSearches(searches: readonly Search[]): string {
  return searches
    .map(({ lookedIn, asked, searchedOn }) => [lookedIn, asked, searchedOn].join(' | '))
    .join('\n');
}

/** The same as the form's rows. The last part is the date; what stands between is who was asked. */
export function searchesOfCell(cell: string): Search[] {
  return cell
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parts = line.split('|').map((part) => part.trim());
      const [lookedIn = ''] = parts;
      return {
        lookedIn,
        asked: parts.slice(1, -1).join(' '),
        searchedOn: parts.length > 1 ? (parts.at(-1) ?? '') : '',
      };
    });
}
