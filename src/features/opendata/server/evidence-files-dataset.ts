import { streamPublishedFiles } from '#features/evidence/server/published-files.ts';
import { languages } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { DataColumn, DataFilter, DataRow, Dataset } from '../dataset.ts';

function text(name: string, nullable = false): DataColumn {
  return { name, type: 'string', nullable };
}

/** Every file of published evidence: its fingerprint, and the copy that everyone may have, which stands at /files/<copy>. */
export function evidenceFilesDataset(app: App): Dataset {
  return {
    name: 'evidence-files',
    columns: [
      text('evidence'),
      { name: 'number', type: 'integer', nullable: false },
      text('sha256'),
      text('copy', true),
      text('media_type', true),
      { name: 'bytes', type: 'integer', nullable: true },
      ...languages.map((language): DataColumn => ({
        name: `alt_${language}`,
        type: 'string',
        nullable: true,
        translation: { of: 'alt', language },
      })),
    ],
    filters: ['municipality', 'priority', 'round'],
    read: (filter) => readRows(app, filter),
  };
}

async function* readRows(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  for await (const files of streamPublishedFiles(app, filter)) {
    yield files.map(({ evidence, number, sha256, copy, alt }) => [
      evidence,
      String(number),
      sha256,
      copy?.sha256 ?? null,
      copy?.mediaType ?? null,
      copy ? String(copy.size) : null,
      ...languages.map((language) => alt[language] ?? null),
    ]);
  }
}
