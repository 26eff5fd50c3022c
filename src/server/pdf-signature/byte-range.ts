/** A signature as it stands in the file: two pieces that it covers, and between them its value. */
export type FoundSignature =
  | { kind: 'found'; pieces: readonly [Uint8Array, Uint8Array]; contents: Buffer; end: number }
  | { kind: 'malformed'; why: string };

/** A signature field of a name such as this one; more in one file is no honest use. */
const mostSignatures = 32;
/** Bytes of a signature's value: chains, timestamps and revocation lists fit many times over. */
const mostContents = 1024 * 1024;

const key = '/ByteRange';
const numbers =
  /^\/ByteRange[\s\0]*\[[\s\0]*(\d{1,10})[\s\0]+(\d{1,10})[\s\0]+(\d{1,10})[\s\0]+(\d{1,10})[\s\0]*\]/;

/** From the very first byte, so that what is signed can be nothing else: readers forgive what stands before. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 5) === '%PDF-';
}

/**
 * The signatures of a file, in the order of the file. What one covers must begin with the first byte, and leave out
 * its own value, the whole of it and nothing else: else something could be changed in what it leaves out.
 */
export function findSignatures(bytes: Buffer): FoundSignature[] {
  const found: FoundSignature[] = [];
  for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + key.length)) {
    if (found.length === mostSignatures) return [...found, malformed('too many signatures')];
    found.push(readAt(bytes, at));
  }
  return found;
}

function malformed(why: string): FoundSignature {
  return { kind: 'malformed', why };
}

function readAt(bytes: Buffer, at: number): FoundSignature {
  const [, ...told] = numbers.exec(bytes.toString('latin1', at, at + 200)) ?? [];
  if (told.length !== 4) return malformed('no four numbers in the byte range');
  const [start = 0, firstLength = 0, secondStart = 0, secondLength = 0] = told.map(Number);
  const end = secondStart + secondLength;
  if (start !== 0 || firstLength === 0) return malformed('it does not begin with the file');
  if (secondStart <= firstLength || secondLength === 0 || end > bytes.length) {
    return malformed('the byte range does not fit the file');
  }
  const isCovered = at + key.length <= firstLength || (at >= secondStart && at < end);
  if (!isCovered) return malformed('the byte range does not cover itself');
  if (!isOfOneObject(bytes, at, firstLength, secondStart)) {
    return malformed('the byte range belongs to another object');
  }
  if (secondStart - firstLength > 2 * mostContents + 2) return malformed('the value is too long');
  if (!/\/Contents[\s\0]*$/.test(bytes.toString('latin1', Math.max(0, firstLength - 64), firstLength))) {
    return malformed('what it leaves out is not its value');
  }
  const gap = bytes.toString('latin1', firstLength, secondStart);
  if (!/^<[0-9A-Fa-f]*>$/.test(gap)) return malformed('it leaves out more than its value');
  return {
    kind: 'found',
    pieces: [bytes.subarray(0, firstLength), bytes.subarray(secondStart, end)],
    contents: Buffer.from(gap.slice(1, -1), 'hex'),
    end,
  };
}

/** Key and value stand in one dictionary: no object ends between them. */
function isOfOneObject(bytes: Buffer, at: number, gapStart: number, gapEnd: number): boolean {
  const between = at < gapStart ? bytes.subarray(at, gapStart) : bytes.subarray(gapEnd, at);
  return between.length <= 65_536 && !between.includes('endobj');
}
