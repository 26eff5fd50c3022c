import { folded } from '#server/spreadsheet/read-records.ts';

/** What a cell that lists things says, and the words in it that stand for nothing. */
export interface Listed {
  ids: string[];
  unknown: string[];
}

interface Placed {
  id: string;
  priorityPosition: number;
  position: number;
}

/** How a component is named in a cell: 'P2.10'. With its letter no spreadsheet program takes it for a number or a day. */
export function componentKey({ priorityPosition, position }: Omit<Placed, 'id'>): string {
  return `P${priorityPosition}.${position}`;
}

export function cellOfComponents(ids: readonly string[], components: readonly Placed[]): string {
  return components
    .filter(({ id }) => ids.includes(id))
    .map(componentKey)
    .join(', ');
}

export function componentsOfCell(cell: string, components: readonly Placed[]): Listed {
  const known = new Map(components.map((one) => [folded(componentKey(one)), one.id]));
  return listed(cell.split(/[\s,;]+/), (key) => known.get(folded(key)));
}

interface Person {
  id: string;
  name: string;
}

/** Enough of an account's id to tell two people of one name apart. */
const markOf = ({ id }: Pick<Person, 'id'>) => id.slice(0, 8);

/** How a person is named in a cell: 'Arta Hoxha [1f2e3d4c]'. */
export function readerWord(person: Person): string {
  const name = person.name.replaceAll(/[;[\]\s]+/g, ' ').trim();
  return `${name} [${markOf(person)}]`.trim();
}

export function cellOfReaders(ids: readonly string[], people: readonly Person[]): string {
  return ids
    .map((id) => readerWord(people.find((person) => person.id === id) ?? { id, name: '' }))
    .toSorted()
    .join('; ');
}

/** By the mark, else by a name that one of them alone has. */
export function readersOfCell(cell: string, people: readonly Person[]): Listed {
  return listed(cell.split(/[;\n]+/), (word) => {
    const mark = /\[([0-9a-f]{8})\]$/i.exec(word)?.[1]?.toLowerCase();
    const found = people.filter((person) =>
      mark === undefined ? folded(person.name) === folded(word) : markOf(person) === mark,
    );
    return found.length === 1 ? found[0]?.id : undefined;
  });
}

/** Names of files: one on each line, or separated by semicolons. */
export function filesOfCell(cell: string): string[] {
  return cell
    .split(/[;\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function listed(words: readonly string[], idOf: (word: string) => string | undefined): Listed {
  const found: Listed = { ids: [], unknown: [] };
  for (const word of words.map((one) => one.trim())) {
    if (word === '') continue;
    const id = idOf(word);
    if (id === undefined) found.unknown.push(word);
    else if (!found.ids.includes(id)) found.ids.push(id);
  }
  return found;
}
