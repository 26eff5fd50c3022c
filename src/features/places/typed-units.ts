/** An administrative unit as it was typed in: its name, and where it lies if that was said. */
export interface TypedUnit {
  name: string;
  longitude: number | null;
  latitude: number | null;
}

export type UnitLines =
  | { kind: 'read'; units: TypedUnit[] }
  | { kind: 'fault'; line: number; fault: 'name' | 'point' | 'twice' | 'many' };

/** Units of one municipality. */
export const mostUnits = 200;
const longestName = 100;

/** Cells of a line: of CSV with semicolons, tabs or commas, as spreadsheets write it. */
function cellsOf(line: string): string[] {
  const separator = [';', '\t', ','].find((one) => line.includes(one));
  const cells = separator === undefined ? [line] : line.split(separator);
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

function numberIn(cell: string | undefined, most: number): number | null | 'fault' {
  if (cell === undefined || cell === '') return null;
  const pointed = cell.replace(',', '.');
  const value = /^-?\d{1,3}(\.\d{1,8})?$/.test(pointed) ? Number(pointed) : Number.NaN;
  return Math.abs(value) <= most ? Math.round(value * 10_000) / 10_000 : 'fault';
}

/**
 * Reads the units of a municipality, one a line: a name, or name, longitude and latitude. A first line that names its
 * columns is passed over, as are empty ones.
 */
export function readUnits(text: string): UnitLines {
  const units: TypedUnit[] = [];
  const names = new Set<string>();
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    if (raw.trim() === '') continue;
    const [name = '', longitudeCell, latitudeCell] = cellsOf(raw);
    if (units.length === 0 && /^(name|emri|njësia)$/i.test(name)) continue;
    if (name === '' || name.length > longestName) return { kind: 'fault', line, fault: 'name' };
    const longitude = numberIn(longitudeCell, 180);
    const latitude = numberIn(latitudeCell, 90);
    if (longitude === 'fault' || latitude === 'fault' || (longitude === null) !== (latitude === null)) {
      return { kind: 'fault', line, fault: 'point' };
    }
    if (names.has(name.toLowerCase())) return { kind: 'fault', line, fault: 'twice' };
    if (units.length >= mostUnits) return { kind: 'fault', line, fault: 'many' };
    names.add(name.toLowerCase());
    units.push({ name, longitude, latitude });
  }
  return { kind: 'read', units };
}
