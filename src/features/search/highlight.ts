import { tokenise, type Token } from './fold.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Ends of text that is left out. */
const ellipsis = '…';

function join(pieces: Piece[], text: string, marked: boolean): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last && last.marked === marked) last.text += text;
  else pieces.push({ text, marked });
}

/** Cuts a text into pieces: what was found is marked, and all of them together are the text, unchanged. */
export function highlight(text: string, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const token of tokenise(text)) {
    if (!words.has(token.word)) continue;
    join(pieces, text.slice(at, token.start), false);
    join(pieces, text.slice(token.start, token.end), true);
    at = token.end;
  }
  join(pieces, text.slice(at), false);
  return pieces;
}

/** Matches that are looked at to choose a stretch: a long text that has more of them has a good one among these. */
const mostCompared = 100;

/** Where the stretch begins in which most different words were found, with some room before the first of them. */
function bestStart(found: readonly Token[], length: number): number {
  let best = { start: 0, worth: 0 };
  for (const [position, first] of found.slice(0, mostCompared).entries()) {
    const near = found
      .slice(position, position + mostCompared)
      .filter(({ end }) => end - first.start < 0.7 * length);
    const worth = new Set(near.map(({ word }) => word)).size;
    if (worth > best.worth) best = { start: first.start, worth };
  }
  return best.start - 0.25 * length;
}

/**
 * The stretch of a text, about `length` characters and cut between words, in which most of the different words were
 * found; its beginning where none was.
 */
export function snippet(text: string, words: ReadonlySet<string>, length: number): Piece[] {
  if (text.length <= length) return highlight(text, words);
  const tokens = tokenise(text);
  const wanted = bestStart(
    tokens.filter(({ word }) => words.has(word)),
    length,
  );
  const start = wanted <= 0 ? 0 : (tokens.find((token) => token.start >= wanted)?.start ?? 0);
  const end =
    tokens.findLast((token) => token.start > start && token.end <= start + length)?.end ?? start + length;
  const before: Piece[] = start === 0 ? [] : [{ text: ellipsis, marked: false }];
  const after: Piece[] = end >= text.length ? [] : [{ text: ellipsis, marked: false }];
  return [...before, ...highlight(text.slice(start, end), words), ...after];
}
