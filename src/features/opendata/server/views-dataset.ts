import { answers } from '#features/voice/answer.ts';
import { streamCountedViews } from '#features/voice/server/counted.ts';
import type { App } from '#server/app.ts';
import type { DataColumn, DataFilter, DataRow, Dataset } from '../dataset.ts';

function text(name: string, nullable = false): DataColumn {
  return { name, type: 'string', nullable };
}

function count(name: string): DataColumn {
  return { name, type: 'integer', nullable: false };
}

/** Residents' answers as counts: a line for all who answered, and one for each unit in which enough did. */
export function viewsDataset(app: App): Dataset {
  return {
    name: 'resident-views',
    columns: [
      text('municipality'),
      text('priority'),
      text('round'),
      text('unit', true),
      count('n'),
      ...answers.map((answer) => count(answer.replaceAll('-', '_'))),
    ],
    filters: ['municipality', 'priority', 'round'],
    read: (filter) => readRows(app, filter),
  };
}

async function* readRows(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  for await (const rows of streamCountedViews(app, filter)) {
    yield rows.map(({ municipality, priority, round, unit, n, counts }) => [
      municipality,
      priority,
      round,
      unit,
      String(n),
      ...answers.map((answer) => String(counts[answer])),
    ]);
  }
}
