import { encode } from 'uqr';

/** A QR code as one SVG path of dark squares, each one unit; `size` has the margin that readers need around it. */
export interface QrShape {
  size: number;
  path: string;
}

const quietZone = 4;

/** Longest text of a code that a cheap phone still reads from a printed page of paper. */
const longest = 800;

/**
 * The QR code of an address.
 * @throws where the text is longer than a phone would read
 */
export function qrShape(text: string): QrShape {
  if (text.length > longest) throw new Error(`a QR code for ${text.length} characters is not legible`);
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1H${from}z`;
    }
  }
  return { size, path };
}

/** The same as a picture of its own, for print. */
export function qrSvg(text: string): string {
  const { size, path } = qrShape(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
