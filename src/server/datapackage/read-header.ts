import type { Faults } from './fault.ts';
import { fileOf, type Resource } from './resource.ts';

/**
 * Where each column of the resource stands in the file; -1 where it may be left out and is.
 * @returns undefined where the header has a fault
 */
export function readHeader(
  resource: Resource,
  header: readonly string[],
  faults: Faults,
): number[] | undefined {
  const file = fileOf(resource);
  const names = header.map((name) => name.trim());
  const known = new Set(resource.columns.map((column) => column.name));
  let isSound = true;
  const refuse = (column: string, rule: string) => {
    faults.add({
      file,
      row: 1,
      column,
      value: column,
      expected: { rule, values: { names: [...known].join(', ') } },
    });
    isSound = false;
  };
  names.forEach((name, index) => {
    if (!known.has(name)) refuse(name === '' ? `#${index + 1}` : name, 'known-column');
    else if (names.indexOf(name) !== index) refuse(name, 'column-once');
  });
  for (const name of missingColumns(resource, new Set(names))) refuse(name, 'column-present');
  return isSound ? resource.columns.map((column) => names.indexOf(column.name)) : undefined;
}

/** Required columns that are not there. Of a text, one language is enough; a flag that is not there is not set. */
function missingColumns(resource: Resource, present: ReadonlySet<string>): string[] {
  const byColumn = Map.groupBy(
    resource.columns.filter(({ required, cell }) => required && cell.kind !== 'boolean'),
    (column) => column.column,
  );
  return [...byColumn.values()].flatMap((group) =>
    group.some((column) => present.has(column.name)) ? [] : group.slice(0, 1).map((column) => column.name),
  );
}
