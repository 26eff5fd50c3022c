import type { Status, StatusCount } from '../status/status.ts';

/** One place in a StatusGrid: a state, a whole with its parts, or nothing to show. */
export type GridCell =
  | { kind: 'status'; status: Status; href?: string | undefined; note?: string | undefined }
  | {
      kind: 'share';
      counts: readonly StatusCount[];
      /** '7/12': at least partly, of all. */
      text: string;
      /** The same in words, for those who don't see the disc. */
      label: string;
      href?: string | undefined;
    }
  | { kind: 'empty'; label: string };

export interface GridRow {
  key: string;
  label: string;
  href?: string | undefined;
  lang?: string | undefined;
  cells: readonly GridCell[];
  filterText?: string | undefined;
}
