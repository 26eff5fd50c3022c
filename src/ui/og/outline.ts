import display from './glyphs/display.json' with { type: 'json' };
import text from './glyphs/text.json' with { type: 'json' };

export type Face = 'display' | 'text';

interface Outlines {
  glyphs: ReadonlyMap<string, { advance: number; path: string }>;
  kerning: ReadonlyMap<string, number>;
}

function read(drawn: { glyphs: Readonly<Record<string, string>>; kerning: string }): Outlines {
  return {
    glyphs: new Map(
      Object.entries(drawn.glyphs).map(([letter, glyph]) => {
        const space = glyph.indexOf(' ');
        return [letter, { advance: Number(glyph.slice(0, space)), path: glyph.slice(space + 1) }];
      }),
    ),
    kerning: new Map(drawn.kerning.split('\n').map((pair) => [pair.slice(0, 2), Number(pair.slice(2))])),
  };
}

const faces: Record<Face, Outlines> = { display: read(display), text: read(text) };
/** The display face is set a little tighter at the sizes of a card. */
const tracking: Record<Face, number> = { display: -10, text: 0 };
/** Room for a letter that the face doesn't have, in thousandths of the size. */
const unknownAdvance = 600;

interface SetLine {
  letters: readonly { letter: string; x: number; path: string | undefined }[];
  width: number;
}

function setLine(content: string, face: Face): SetLine {
  const { glyphs, kerning } = faces[face];
  // Control characters and halves of surrogate pairs have no place in XML, nor on a card.
  const plain = [...content.toWellFormed().replaceAll(/\p{C}/gu, '').normalize('NFC')];
  let x = 0;
  const letters = plain.map((letter, index) => {
    const glyph = glyphs.get(letter);
    const here = { letter, x, path: glyph?.path };
    x +=
      (glyph?.advance ?? unknownAdvance) +
      (kerning.get(letter + (plain[index + 1] ?? '')) ?? 0) +
      tracking[face];
    return here;
  });
  return { letters, width: x };
}

/** How wide the text is at a size, in the size's unit. */
export function widthOf(content: string, face: Face, size: number): number {
  return (setLine(content, face).width * size) / 1000;
}

/**
 * The text as SVG paths: no font needed. Letters that the face lacks are left to the fonts of the machine;
 * `<` and `&` are never among them, so nothing needs escaping.
 */
export function drawText(
  content: string,
  options: { face: Face; size: number; x: number; y: number; fill: string },
): string {
  const { face, size, x, y, fill } = options;
  const scale = size / 1000;
  const drawn = setLine(content, face)
    .letters.map((letter) => {
      if (letter.path === '') return '';
      const move = `translate(${letter.x} 0)`;
      return letter.path === undefined
        ? `<text transform="${move}" font-size="1000" font-family="sans-serif">${letter.letter}</text>`
        : `<path transform="${move}" d="${letter.path}"/>`;
    })
    .join('');
  return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${scale})">${drawn}</g>`;
}

/** Lines no wider than `width`; a word that alone is wider stands on a line of its own. */
export function wrapText(content: string, options: { face: Face; size: number; width: number }): string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(joined, options.face, options.size) <= options.width)
      lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
