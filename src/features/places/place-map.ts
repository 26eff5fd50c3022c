import type { Figures } from '#features/monitoring/figures.ts';
import type { PlaceRef } from './municipality.ts';

/** What one tile of the map stands for. */
export interface MapArea extends PlaceRef {
  longitude: number;
  latitude: number;
  /** In the round that the map shows; null where it has none. */
  figures: Figures | null;
  /** Whether a member organisation works there. */
  inNetwork: boolean;
}

/** The map of a country: of its municipalities or, where they are too many to be tapped on a phone, of its counties. */
export interface PlaceMap {
  of: 'municipality' | 'county';
  areas: readonly MapArea[];
}
