/** A point of a radar: the first axis points up, the others follow clockwise. */
export function pointOn(axis: number, axes: number, value: number, most: number, radius: number) {
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2;
  const away = (value / most) * radius;
  const round = (number: number) => Math.round(number * 10) / 10;
  return { x: round(Math.cos(angle) * away), y: round(Math.sin(angle) * away) };
}

/** The points of an SVG polygon around the middle. */
export function polygonOf(values: readonly number[], most: number, radius: number): string {
  return values
    .map((value, axis) => pointOn(axis, values.length, value, most, radius))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
}
