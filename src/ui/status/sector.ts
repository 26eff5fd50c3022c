const round = (value: number) => Math.round(value * 100) / 100;

/**
 * The outline of a slice of a disc, clockwise from twelve o'clock; `from` and `to` are parts of a turn.
 * A whole turn can't be one arc in SVG, so it is drawn as two halves.
 */
export function sectorPath(cx: number, cy: number, radius: number, from: number, to: number): string {
  const turn = Math.min(1, to - from);
  if (turn <= 0) return '';
  const at = (part: number) => {
    const angle = part * 2 * Math.PI;
    return `${round(cx + radius * Math.sin(angle))} ${round(cy - radius * Math.cos(angle))}`;
  };
  if (turn === 1) {
    return `M${at(0)}A${radius} ${radius} 0 0 1 ${at(0.5)}A${radius} ${radius} 0 0 1 ${at(0)}Z`;
  }
  return `M${round(cx)} ${round(cy)}L${at(from)}A${radius} ${radius} 0 ${turn > 0.5 ? 1 : 0} 1 ${at(to)}Z`;
}
