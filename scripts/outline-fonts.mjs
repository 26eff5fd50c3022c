// Draws the glyphs of our two faces as SVG paths, for the pictures of link previews: the machine that renders them may have no fonts at all.
// Run by hand when a face changes: npm install --no-save fontkit && node scripts/outline-fonts.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { openSync } = await import(process.argv[2] ?? 'fontkit');
const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const target = fileURLToPath(new URL('../src/ui/og/glyphs/', import.meta.url));
const round = (/** @type {number} */ value) => Math.round(value);

const range = (/** @type {number} */ from, /** @type {number} */ to) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
const basic = [...range(0x20, 0x7e), ...Array.from('ëçËÇ’“”„–')];
const latin = [...new Set([...basic, ...range(0xa0, 0xff), ...Array.from('‘’“”„–—…€·')])];
const extended = Array.from('ĆćČčĎďĐđĄąĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŤťŮůŰűŹźŻżŽž');

/** @param {string[]} files latin, then extended latin */
function outline(files) {
  const [font, more] = files.map((file) => openSync(`${modules}${file}`));
  const scale = 1000 / font.unitsPerEm;
  /** @type {Record<string, string>} */
  const glyphs = {};
  for (const [face, letters] of [
    [font, latin],
    [more, extended],
  ]) {
    for (const letter of letters) {
      const glyph = face.glyphForCodePoint(letter.codePointAt(0));
      if (glyph.id === 0) continue;
      const path = glyph.path
        .scale(scale, -scale)
        .toSVG()
        .replace(/-?\d+(\.\d+)?/g, (/** @type {string} */ number) => String(round(Number(number))));
      glyphs[letter] = `${round(glyph.advanceWidth * scale)} ${path}`;
    }
  }
  const kerning = [];
  for (const first of basic) {
    for (const second of basic) {
      const run = font.layout(first + second);
      if (run.glyphs.length !== 2) continue;
      const move = round((run.positions[0].xAdvance - run.glyphs[0].advanceWidth) * scale);
      if (Math.abs(move) >= 5) kerning.push(`${first}${second}${move}`);
    }
  }
  return { glyphs, kerning: kerning.join('\n') };
}

const besley = '@fontsource/besley/files/besley';
const atkinson = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const faces = {
  display: outline([`${besley}-latin-600-normal.woff2`, `${besley}-latin-ext-600-normal.woff2`]),
  text: outline([`${atkinson}-latin-wght-normal.woff2`, `${atkinson}-latin-ext-wght-normal.woff2`]),
};
for (const [name, face] of Object.entries(faces))
  writeFileSync(`${target}${name}.json`, `${JSON.stringify(face)}\n`);
