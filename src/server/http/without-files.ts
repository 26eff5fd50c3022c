const blankLine = Buffer.from('\r\n\r\n');

/** Longest head of a part: names of a field and of a file. */
const longestHead = 8 * 1024;

/**
 * Reads a multipart form as it comes in and keeps what was typed; of each file, its name alone. So a form with a file too large
 * to take can be answered with everything that stood beside it, in memory that does not grow with the file.
 */
export class WithoutFiles {
  readonly #mark: Buffer;
  readonly #most: number;
  readonly #kept: Buffer[] = [];
  #length = 0;
  #rest: Buffer = Buffer.from('\r\n');
  #inside: 'head' | 'text' | 'file' = 'text';

  /** @param most bytes that are kept at most */
  constructor(boundary: string, most: number) {
    this.#mark = Buffer.from(`\r\n--${boundary}`);
    this.#most = most;
  }

  /** @returns false where what was typed is too long as well, or no form */
  push(chunk: Buffer): boolean {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#inside === 'head' ? this.#passHead() : this.#passContent());
    return this.#length <= this.#most && (this.#inside !== 'head' || this.#rest.length <= longestHead);
  }

  /** The form without its files, once all of it has come. */
  end(): Buffer {
    this.#keep(this.#rest);
    // The line break before the first mark is ours.
    return Buffer.concat(this.#kept).subarray(2);
  }

  #passHead(): boolean {
    const end = this.#rest.indexOf(blankLine);
    if (end < 0) return false;
    const head = this.#cut(end + blankLine.length);
    this.#keep(head);
    this.#inside = /;\s*filename\*?=/i.test(head.toString('latin1')) ? 'file' : 'text';
    return true;
  }

  #passContent(): boolean {
    const mark = this.#rest.indexOf(this.#mark);
    // A mark may have come in part.
    const content = this.#cut(mark < 0 ? Math.max(0, this.#rest.length - this.#mark.length) : mark);
    if (this.#inside === 'text') this.#keep(content);
    if (mark < 0) return false;
    this.#keep(this.#cut(this.#mark.length));
    this.#inside = 'head';
    return true;
  }

  #cut(length: number): Buffer {
    const cut = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return cut;
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#kept.push(Buffer.from(bytes));
    this.#length += bytes.length;
  }
}

/** The boundary of a multipart form, as its content type names it. */
export function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}
