/** The code points that an OpenType font has a glyph for, from its `cmap` (formats 4 and 12, which every font has one of). */
export function coverageOf(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const cmap = tableOf(font, 'cmap');
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, covered);
    else if (format === 12) addGroups(subtable, covered);
  }
  return covered;
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const offset = font.readUInt32BE(at + 8);
    return font.subarray(offset, offset + font.readUInt32BE(at + 12));
  }
  throw new Error(`a font without ${tag}`);
}

function addSegments(subtable: Buffer, covered: Set<number>): void {
  const doubled = subtable.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const;
  for (let at = 0; at < doubled; at += 2) {
    const start = subtable.readUInt16BE(starts + at);
    const range = subtable.readUInt16BE(ranges + at);
    for (let code = start; code <= subtable.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const glyph =
        range === 0
          ? code + subtable.readUInt16BE(deltas + at)
          : subtable.readUInt16BE(ranges + at + range + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}

function addGroups(subtable: Buffer, covered: Set<number>): void {
  for (let index = 0; index < subtable.readUInt32BE(12); index += 1) {
    const at = 16 + 12 * index;
    for (let code = subtable.readUInt32BE(at); code <= subtable.readUInt32BE(at + 4); code += 1)
      covered.add(code);
  }
}
