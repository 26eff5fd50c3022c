import { spawn } from 'node:child_process';
import { dirname, join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

/** What may be read of one PDF, and for how long. */
export interface ReadingLimits {
  mostTime: number;
  /** Megabytes of the program's own memory. */
  mostMemory: number;
  /** Characters of all pages; what follows is not read. */
  mostText: number;
  /** The program that reads: another one in tests. */
  program: string;
}

const usual: ReadingLimits = {
  mostTime: 120_000,
  mostMemory: 512,
  mostText: 20_000_000,
  program: join(import.meta.dirname, 'read-pages.ts'),
};

const line = z.union([
  z.object({ pages: z.number().int().min(0) }),
  z.object({ page: z.number().int().min(1), text: z.string() }),
]);

export interface PageText {
  page: number;
  text: string;
}

export type PdfReading =
  | { kind: 'read'; pages: number; texts: readonly PageText[] }
  /** Broken, encrypted, too slow or too large: nothing of it is known. */
  | { kind: 'unreadable' };

/**
 * Reads PDFs that people send, each in a process of its own with limits of time and memory, which can read nothing of this
 * machine but its own program: whatever a file does to it, pages are answered meanwhile.
 */
export class PdfReader {
  readonly #limits: ReadingLimits;
  readonly #folder: string;

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.#limits = { ...usual, ...limits };
    this.#folder = join(import.meta.dirname, '..', '..', '..');
  }

  /** How many pages it has; undefined where it cannot be opened. */
  async count(pdf: Readable): Promise<number | undefined> {
    const reading = await this.#run(pdf, 'count');
    return reading.kind === 'read' ? reading.pages : undefined;
  }

  /** The text of each page that has some. */
  read(pdf: Readable): Promise<PdfReading> {
    return this.#run(pdf, 'read');
  }

  async #run(pdf: Readable, what: 'count' | 'read'): Promise<PdfReading> {
    const { mostTime, mostMemory, mostText, program } = this.#limits;
    const readable = [dirname(program), join(this.#folder, 'node_modules', 'unpdf')];
    const child = spawn(
      process.execPath,
      [
        '--permission',
        ...readable.map((folder) => `--allow-fs-read=${folder}${sep}*`),
        `--allow-fs-read=${join(this.#folder, 'package.json')}`,
        `--max-old-space-size=${mostMemory}`,
        '--disable-warning=ExperimentalWarning',
        program,
        what,
        String(mostText),
      ],
      { stdio: ['pipe', 'pipe', 'ignore'], env: {} },
    );
    const timer = setTimeout(() => child.kill('SIGKILL'), mostTime);
    const ended = new Promise<number | null>((resolve) => {
      child.on('error', () => resolve(null));
      child.on('exit', (code) => resolve(code));
    });
    // A program that has ended takes no more: its end says all.
    child.stdin.on('error', () => undefined);
    pdf.on('error', () => child.kill('SIGKILL'));
    pdf.pipe(child.stdin);
    try {
      const told = await this.#hear(child.stdout);
      const code = await ended;
      if (code !== 0 || told === undefined) return { kind: 'unreadable' };
      return { kind: 'read', ...told };
    } finally {
      clearTimeout(timer);
      child.kill('SIGKILL');
      pdf.destroy();
    }
  }

  async #hear(out: Readable): Promise<{ pages: number; texts: PageText[] } | undefined> {
    let pages: number | undefined;
    const texts: PageText[] = [];
    for await (const written of createInterface({ input: out, crlfDelay: Infinity })) {
      const heard = line.safeParse(parsed(written));
      if (!heard.success) return undefined;
      if ('pages' in heard.data) ({ pages } = heard.data);
      else texts.push(heard.data);
    }
    return pages === undefined ? undefined : { pages, texts };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
