import type { AddedRows } from '#features/conclusions/server/publish-after.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import type { Tx } from '#server/database/db.ts';
import type { Plan } from '../plan.ts';

interface Written {
  /** What the key of the source that is cited ends with. */
  work: string;
  today: string;
  rows: AddedRows['rows'];
  after: AddedRows;
}

/** Cites the work for all rows that an event added to the record, and lets everyone see them. */
export async function noteInRecord(tx: Tx, plan: Plan, { work, today, rows, after }: Written): Promise<void> {
  await citeWork(
    tx,
    {
      key: `work/events/${work}`,
      title: pickText(plan.title, defaultLanguage),
      publisher: pickText(plan.organisationName, defaultLanguage),
      publishedOn: today,
    },
    [...rows, ...after.rows],
  );
  await noteRecordChange(tx, {
    tables: [...new Set([...rows.map(({ kind }) => kind), ...after.tables, 'source'])],
    ...(plan.municipalityId ? { municipalityIds: [plan.municipalityId] } : {}),
  });
}
