interface Placed {
  id: string;
  position: number;
}

/**
 * The order of needs once some were given another place: a need that is moved stands where it was asked to, and those
 * that were there follow it.
 * @returns the needs whose place is another than before
 */
export function reordered(needs: readonly Placed[], asked: ReadonlyMap<string, number>): Placed[] {
  const isMoved = ({ id, position }: Placed) => (asked.get(id) ?? position) !== position;
  const staying = needs.filter((need) => !isMoved(need)).toSorted((a, b) => a.position - b.position);
  const moved = needs
    .filter(isMoved)
    .map(({ id, position }) => ({ id, position, to: asked.get(id) ?? position }))
    .toSorted((a, b) => a.to - b.to || a.position - b.position);
  const order: Placed[] = [...staying];
  for (const { id, position, to } of moved) order.splice(Math.max(0, to - 1), 0, { id, position });
  return order.flatMap(({ id, position }, index) =>
    position === index + 1 ? [] : [{ id, position: index + 1 }],
  );
}
