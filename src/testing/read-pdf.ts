import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  text: string;
  pages: number;
  isTagged: boolean;
  title: string;
}

function poppler(program: string, args: string[], pdf: Uint8Array): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input: pdf, encoding: 'utf8' });
  if (error || status !== 0)
    throw new Error(`${program}: ${error?.message ?? stderr} (Debian: poppler-utils)`);
  return stdout;
}

/** A PDF as poppler reads it, which is not the program that made it. Spaces and line ends are single spaces. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const told = poppler('pdfinfo', ['-'], pdf);
  const tell = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(told)?.[1] ?? '';
  return {
    text: poppler('pdftotext', ['-', '-'], pdf)
      .replaceAll(/\p{Bidi_Control}/gu, '')
      .replaceAll(/\s+/g, ' '),
    pages: Number(tell('Pages')),
    isTagged: tell('Tagged') === 'yes',
    title: tell('Title'),
  };
}

/** The tags in reading order, one a line, indented. */
export function structureOf(pdf: Uint8Array): string {
  return poppler('pdfinfo', ['-struct', '-'], pdf);
}

/** The document's metadata (XMP), where PDF/UA and the language are declared. */
export function metadataOf(pdf: Uint8Array): string {
  return poppler('pdfinfo', ['-meta', '-'], pdf);
}

/** The objects of a PDF as they stand in it, unpacked: where words for pictures and languages of parts are looked up. */
export function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const objects = [bytes.toString('latin1')];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    const packed = bytes.subarray(at + 7, bytes.indexOf('endstream', at));
    // Fonts and pictures are packed alike, objects among them; what is packed otherwise is neither.
    if (packed[0] === 0x78) objects.push(inflateSync(packed, { finishFlush: 2 }).toString('latin1'));
  }
  return objects.join('\n');
}
