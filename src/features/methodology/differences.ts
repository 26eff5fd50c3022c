import type { Stretch } from '#features/contracts/compare-versions.ts';

/** A heading, a paragraph or a point of a list, as a reader sees it: without the signs that it was written with. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'point';
  text: string;
}

/** A block that differs between two versions, word by word. */
export interface ChangedBlock {
  kind: Block['kind'];
  change: 'changed' | 'added' | 'removed';
  stretches: Stretch[];
}

/** What changed under one heading; of a text before its first heading, `heading` is empty. */
export interface ChangedPart {
  heading: string;
  blocks: ChangedBlock[];
}
