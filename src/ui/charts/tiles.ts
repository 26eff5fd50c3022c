import type { StatusCount } from '../status/status.ts';

/**
 * More tiles than this, on a phone 360 px wide, would each be under 24 px: too small to be tapped (WCAG 2.2, 2.5.8). A
 * country with more municipalities is mapped by larger areas.
 */
export const mostTiles = 150;

/** A place on the tile map. */
export interface MapPlace {
  id: string;
  name: string;
  /** Longitude and latitude, or any x to the right and y upwards. */
  x: number;
  y: number;
  href?: string | undefined;
  /** The parts of its whole, in the order of `statuses`; nothing where it has none. */
  counts?: readonly StatusCount[] | undefined;
  /** 0..100: what the tint shows; without it the tile is blank. */
  percent?: number | undefined;
  /** The figure in words: '7 of 12 at least partly addressed'. */
  description: string;
}
