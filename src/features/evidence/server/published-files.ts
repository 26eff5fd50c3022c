import type { Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { readPublicCopies } from '#server/files/public-copies.ts';
import { filesOfEvidence } from '../published-files.ts';
import { readRowsWithFiles } from './published-store.ts';

/** A file of published evidence, with what everyone may have of it. */
export interface ListedFile {
  evidence: string;
  /** Which of the row's files, from 1. */
  number: number;
  sha256: string;
  copy: { sha256: string; mediaType: string; size: number } | null;
  alt: Localised;
}

interface Filter {
  municipality?: string | undefined;
  priority?: string | undefined;
  round?: string | undefined;
}

const atOnce = 500;

/** Every file of published evidence, in the order of its rows; a copy only as long as everyone may have it. */
export async function* streamPublishedFiles(
  { db }: Pick<App, 'db'>,
  filter: Filter,
): AsyncGenerator<ListedFile[]> {
  let after = '';
  for (;;) {
    const rows = await readRowsWithFiles(db, filter, { after, limit: atOnce });
    const last = rows.at(-1);
    if (!last) return;
    after = last.key;
    const files = rows.flatMap((row) =>
      filesOfEvidence(row).map((file, index) => ({ ...file, evidence: row.key, number: index + 1 })),
    );
    const copies = await readPublicCopies(
      db,
      files.flatMap(({ copySha256 }) => copySha256 ?? []),
    );
    yield files.map(({ copySha256, ...file }) => ({
      ...file,
      copy: copies.get(copySha256 ?? '') ?? null,
    }));
  }
}
