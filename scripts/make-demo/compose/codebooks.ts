import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseMapping, type Mapping } from '#features/monitoring/derivation.ts';
import type { Draft } from '../package.ts';
import { fields, sources } from '../record/sources.ts';
import type { Pair } from '../text.ts';

const real = join(import.meta.dirname, '../../../data/real');
const rowsSchema = z.array(z.record(z.string(), z.string()));

/** The real record's rows: a codebook is the network's own, and the demonstration must not have another. */
function readReal(name: string): Record<string, string>[] {
  return rowsSchema.parse(parse(readFileSync(join(real, `${name}.csv`)), { columns: true }));
}

function pair(row: Record<string, string>, name: string): Pair | null {
  const sq = row[`${name}_sq`];
  return sq ? [sq, row[`${name}_en`] ?? ''] : null;
}

/** What the real record says of its own pages has no place here; the demonstration used the second codebook earlier. */
const differs: Readonly<Record<string, { about: Pair; valid_from: string }>> = {
  'pop-2019': {
    about: [
      'Gjendjet siç i botoi vetë rrjeti për mandatin 2019-2023: çdo prioritet ka një përbërës të vetëm dhe një nga tri gjendjet. Merren siç u botuan dhe nuk rillogariten kurrë.',
      'The statuses as the network itself published them for the 2019-2023 mandate: each priority has one component and one of three statuses. They are taken as published and never recomputed.',
    ],
    valid_from: '2019',
  },
  'pop-2': {
    about: [
      'Për vitet e reja të monitorimit. Kodohet çdo përbërës i prioritetit; gjendja e prioritetit nuk shkruhet me dorë, por nxirret nga kodet e përbërësve.',
      'For new monitoring rounds. Each component of a priority is coded; the status of the priority is never typed in but derived from the codes of its components.',
    ],
    valid_from: '2023',
  },
};

/** Sources, fields and codebooks into the draft. */
export function addFrame(draft: Draft): void {
  for (const row of sources) draft.add('sources', row);
  for (const row of fields) draft.add('fields', row);
  for (const row of readReal('codebooks')) {
    const id = row['id'] ?? '';
    draft.add('codebooks', { id, name: pair(row, 'name'), mapping: row['mapping'], ...differs[id] });
  }
  for (const row of readReal('codebook-codes')) {
    draft.add('codebook-codes', {
      id: row['id'] ?? '',
      codebook: row['codebook'],
      code: row['code'],
      position: row['position'],
      rank: row['rank'] || null,
      name: pair(row, 'name'),
      definition: pair(row, 'definition'),
      entry_rule: pair(row, 'entry_rule'),
      requires: row['requires'] || null,
    });
  }
}

/** How a codebook derives a status from codes. */
export function readMapping(id: string): Mapping {
  return parseMapping(
    JSON.parse(readReal('codebooks').find((row) => row['id'] === id)?.['mapping'] ?? 'null'),
  );
}
