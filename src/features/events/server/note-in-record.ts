import type { AddedRows } from '#features/conclusions/server/publish-after.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
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
  const title = pickText(plan.title, defaultLanguage);
  const isCorrection = work !== plan.key;
  await citeWork(
    tx,
    {
      key: `work/events/${work}`,
      title: isCorrection ? translator(defaultLanguage)('feed.event-correction', { title }) : title,
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
