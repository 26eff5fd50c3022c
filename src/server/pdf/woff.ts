import { inflateSync } from 'node:zlib';

const headerLength = 44;
const entryLength = 20;

interface Table {
  tag: Buffer;
  checksum: number;
  bytes: Buffer;
}

function tablesOf(woff: Buffer): Table[] {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = headerLength + entryLength * index;
    const offset = woff.readUInt32BE(at + 4);
    const compressed = woff.readUInt32BE(at + 8);
    const length = woff.readUInt32BE(at + 12);
    const stored = woff.subarray(offset, offset + compressed);
    const bytes =
      compressed < length ? inflateSync(stored, { maxOutputLength: length }) : Buffer.from(stored);
    return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), bytes };
  });
}

/**
 * Typst chooses one file a family and weight, and our faces come in two, of which the second has the rarer Latin
 * letters. It is given a family of its own, as long as the first so that nothing moves: 'Besley' → 'Besle2'.
 */
function rename(names: Buffer, family: string, alias: string): void {
  const [from, to] = [family, alias].map((name) => Buffer.from(name, 'utf16le').swap16());
  if (!from || !to || from.length !== to.length) throw new Error('an alias is as long as the name');
  for (let at = names.indexOf(from); at >= 0; at = names.indexOf(from, at + to.length)) to.copy(names, at);
}

/** The OpenType file inside a WOFF 1 file, which is the same tables, each compressed; under another family if need be. */
export function openTypeOf(woff: Buffer, renamed?: { family: string; alias: string }): Buffer {
  const tables = tablesOf(woff);
  const largest = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(largest * 16, 6);
  head.writeUInt16BE(Math.log2(largest), 8);
  head.writeUInt16BE((tables.length - largest) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    if (renamed && tag.toString('latin1') === 'name') rename(bytes, renamed.family, renamed.alias);
    const at = 12 + 16 * index;
    tag.copy(head, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
