import { diffArrays } from 'diff';
import { compareWords } from '#features/contracts/compare-versions.ts';
import type { Block, ChangedBlock, ChangedPart } from '../differences.ts';
import { blocksOf } from './blocks.ts';

/** How many words two blocks must share, of those that they have together, to be versions of one another. */
const alike = 0.4;

function likeness(one: Block, other: Block): number {
  if (one.kind !== other.kind) return 0;
  const words = [one, other].map(({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const [first = new Set(), second = new Set()] = words;
  const union = first.union(second).size;
  return union === 0 ? 0 : first.intersection(second).size / union;
}

/** A block of the newer text, or one that it no longer has, in the order in which they are read. */
type Step = { block: Block; change: ChangedBlock | null };

function gone(block: Block): Step {
  const stretches = [{ kind: 'removed' as const, text: block.text }];
  return { block, change: { kind: block.kind, change: 'removed', stretches } };
}

/** What became of blocks that were taken out where others were put in: each newer one with the older that it grew from. */
function pairUp(removed: readonly Block[], added: readonly Block[]): Step[] {
  const left = [...removed];
  const steps = added.flatMap((block): Step[] => {
    const found = left.findIndex((older) => likeness(older, block) >= alike);
    const { kind, text } = block;
    if (found < 0)
      return [{ block, change: { kind, change: 'added', stretches: [{ kind: 'added', text }] } }];
    const passed = left.splice(0, found + 1);
    const older = passed.pop();
    const stretches = compareWords(older?.text ?? '', text);
    return [...passed.map(gone), { block, change: { kind, change: 'changed', stretches } }];
  });
  return [...steps, ...left.map(gone)];
}

function stepsBetween(older: readonly Block[], newer: readonly Block[]): Step[] {
  const hunks = diffArrays([...older], [...newer], {
    comparator: (a, b) => a.kind === b.kind && a.text === b.text,
  });
  const steps: Step[] = [];
  let removed: Block[] = [];
  for (const hunk of hunks) {
    if (hunk.removed) {
      removed = hunk.value;
      continue;
    }
    if (hunk.added) steps.push(...pairUp(removed, hunk.value));
    else steps.push(...removed.map(gone), ...hunk.value.map((block) => ({ block, change: null })));
    removed = [];
  }
  return [...steps, ...removed.map(gone)];
}

/** What changed between two texts in Markdown, under the headings of the newer: what stayed is left out. */
export function compareTexts(older: string, newer: string): ChangedPart[] {
  const parts: ChangedPart[] = [{ heading: '', blocks: [] }];
  for (const { block, change } of stepsBetween(blocksOf(older), blocksOf(newer))) {
    if (block.kind === 'heading' && change?.change !== 'removed')
      parts.push({ heading: block.text, blocks: [] });
    if (change) parts.at(-1)?.blocks.push(change);
  }
  return parts.filter(({ blocks }) => blocks.length > 0);
}
