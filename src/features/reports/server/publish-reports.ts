import type { PublicationContext, PublishedRows } from '#features/rounds/publication.ts';
import type { Tx } from '#server/database/db.ts';
import { insertEdition, readWrittenWords } from './edition-store.ts';

/**
 * The report of a municipality's assessment becomes public with it: its next edition, with the foreword and lessons as they
 * are written by then. Its PDFs are made from the record afterwards, by a job (run.ts).
 */
export async function publishReportTexts(tx: Tx, context: PublicationContext): Promise<PublishedRows> {
  const { assessment, municipalityKey, round, day, asked } = context;
  const municipality = { id: assessment.municipalityId, key: municipalityKey };
  const words = await readWrittenWords(tx, round.id, municipality.id, asked);
  const { id } = await insertEdition(tx, { round, municipality }, words, day);
  return { tables: ['monitoring_report'], subjects: [{ kind: 'monitoring_report', id }] };
}
