/** The numbers that a column may hold, bounds included; null where there is no bound. */
export interface NumberRange {
  least: number | null;
  most: number | null;
}

const unbounded: NumberRange = { least: null, most: null };

/** What fits a column of a type; the modifier is PostgreSQL's own form of `numeric(8,1)`. */
export function rangeOfType(type: string, modifier: number): NumberRange {
  if (type === 'int2') return { least: -(2 ** 15), most: 2 ** 15 - 1 };
  if (type === 'int4') return { least: -(2 ** 31), most: 2 ** 31 - 1 };
  if (type !== 'numeric' || modifier < 4) return unbounded;
  const decimals = (modifier - 4) & 0x7ff;
  const most = Number(`${'9'.repeat(((modifier - 4) >> 16) - decimals)}.${'9'.repeat(decimals)}`);
  return { least: -most, most };
}

/** The bounds of `CHECK (((x >= 1800) AND (x <= 2200)))`; none for a CHECK of another form. */
export function rangeOfCheck(definition: string, decimals = 0): NumberRange {
  const comparisons = definition
    .replace(/^CHECK /, '')
    .replaceAll(/::(?:integer|numeric)|[()'"]/g, '')
    .split(' AND ')
    .map((part) => /^\w+ (>=|>|<=|<) (-?\d+)$/.exec(part));
  const step = 10 ** -decimals;
  return narrowest(
    comparisons.every((comparison) => comparison !== null)
      ? comparisons.map(([, sign, value]) => {
          const bound = Number(value);
          if (sign === '>=') return { least: bound, most: null };
          if (sign === '>') return { least: bound + step, most: null };
          return { least: null, most: sign === '<=' ? bound : bound - step };
        })
      : [],
  );
}

/** What all of several ranges allow. */
export function narrowest(ranges: readonly NumberRange[]): NumberRange {
  const least = ranges.flatMap((range) => range.least ?? []);
  const most = ranges.flatMap((range) => range.most ?? []);
  return {
    least: least.length > 0 ? Math.max(...least) : null,
    most: most.length > 0 ? Math.min(...most) : null,
  };
}
