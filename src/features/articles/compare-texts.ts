import { diffWordsWithSpace } from 'diff';
import { languages, type Language, type Localised } from '#i18n/languages.ts';

export interface Texts {
  title: Localised;
  summary: Localised;
  body: Localised | null;
  addressedTo: Localised | null;
}

/** A stretch of text: in both versions, in the older alone, in the newer alone; of a long one that stayed, its ends. */
export interface Stretch {
  kind: 'same' | 'removed' | 'added' | 'left-out';
  text: string;
}

export interface Difference {
  part: keyof Texts;
  language: Language;
  stretches: Stretch[];
}

export const textParts = ['title', 'summary', 'addressedTo', 'body'] as const;

/** So much of what stayed is shown before and after what changed. */
const around = 160;

/** What stayed, without what is far from any change. */
function shorten(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): Stretch[] {
  const head = isFirst ? '' : text.slice(0, around);
  const tail = isLast ? '' : text.slice(-around);
  if (head.length + tail.length + around >= text.length) return [{ kind: 'same', text }];
  const kept: Stretch[] = [
    { kind: 'same', text: head },
    { kind: 'left-out', text: '' },
    { kind: 'same', text: tail },
  ];
  return kept.filter((stretch) => stretch.kind === 'left-out' || stretch.text !== '');
}

function compareWords(older: string, newer: string): Stretch[] {
  const changes = diffWordsWithSpace(older, newer, { maxEditLength: 5000 });
  // Two texts that have nothing in common are not worth the search for it.
  if (!changes)
    return [
      { kind: 'removed', text: older },
      { kind: 'added', text: newer },
    ];
  return changes.flatMap(({ added, removed, value }, index): Stretch[] => {
    if (added) return [{ kind: 'added', text: value }];
    if (removed) return [{ kind: 'removed', text: value }];
    return shorten(value, { isFirst: index === 0, isLast: index === changes.length - 1 });
  });
}

/** What differs between two versions, part by part and language by language. */
export function compareTexts(older: Texts, newer: Texts): Difference[] {
  return textParts.flatMap((part) =>
    languages.flatMap((language) => {
      const [before, after] = [older[part]?.[language] ?? '', newer[part]?.[language] ?? ''];
      return before === after ? [] : [{ part, language, stretches: compareWords(before, after) }];
    }),
  );
}
