import { inflateSync } from 'node:zlib';

/** Names in a PDF by which it does something when it is opened, or brings along files that do. */
const active = /\/(JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|XFA)(?![A-Za-z0-9])/;

const mostUnfolded = 50_000_000;

/**
 * Whether a PDF holds a program, or files of its own, or cannot be looked into: such a one is nothing to hand on as it is. Looks
 * at its objects, those that are packed into streams too, and not at what it draws.
 */
export function hasProgram(pdf: Buffer): boolean {
  const { objects, packed } = partsOf(pdf.toString('latin1'));
  if (active.test(plainNames(objects))) return true;
  return packed.some((part) => {
    const text = unfolded(part);
    return text === undefined || active.test(plainNames(text));
  });
}

/** The text of the objects without their streams, and the streams in which objects are packed. */
function partsOf(text: string): { objects: string; packed: string[] } {
  const packed: string[] = [];
  let objects = '';
  let at = 0;
  for (;;) {
    const begins = /(?<!end)stream\r?\n/g;
    begins.lastIndex = at;
    const found = begins.exec(text);
    if (!found) return { objects: objects + text.slice(at), packed };
    const head = text.slice(at, found.index);
    objects += head;
    const from = found.index + found[0].length;
    const to = text.indexOf('endstream', from);
    if (/\/ObjStm(?![A-Za-z0-9])/.test(plainNames(head.slice(head.lastIndexOf('obj')))))
      packed.push(text.slice(from, to < 0 ? undefined : to));
    if (to < 0) return { objects, packed };
    at = to + 'endstream'.length;
  }
}

/** A name may be written in numbers, in whole or in part: /J#61vaScript. */
function plainNames(text: string): string {
  return text.replaceAll(/#([\da-fA-F]{2})/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** undefined where it is encrypted, broken or folded in a way that we do not unfold. */
function unfolded(part: string): string | undefined {
  try {
    return inflateSync(Buffer.from(part, 'latin1'), { maxOutputLength: mostUnfolded }).toString('latin1');
  } catch {
    // A stream that nothing folds stands as it is.
    return /^\s*\d+ \d+\s/.test(part) ? part : undefined;
  }
}
