import type { Db, Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { Localised } from '#i18n/languages.ts';

/** Which report: of a round of the record, of a municipality or (null) of the network. */
export interface ReportRef {
  round: { id: string; key: string };
  municipality: { id: string; key: string } | null;
}

export interface ReportWords {
  foreword: Localised;
  lessons: Localised;
}

/** What stands in the key of the network's reports where a municipality's key stands in those of others. */
const network = 'network';

/**
 * What has been written around the figures, in work, as far as a second person had it before them who lets it become public;
 * empty where nobody has written anything. What they wrote themselves, or somebody after they asked, waits for a further edition.
 */
export async function readWrittenWords(
  db: Db,
  roundId: string,
  municipalityId: string | null,
  asked: { by: string; at: Date },
): Promise<ReportWords> {
  const row = await db
    .selectFrom('report_text')
    .innerJoin('round', (join) =>
      join
        .onRef('round.mandate_id', '=', 'report_text.mandate_id')
        .onRef('round.number', '=', 'report_text.round_number'),
    )
    .select(['report_text.foreword', 'report_text.lessons'])
    .where('round.id', '=', roundId)
    .where('report_text.municipality_id', 'is not distinct from', municipalityId)
    .where('report_text.saved_by', 'is distinct from', asked.by)
    .where('report_text.saved_at', '<=', asked.at)
    .executeTakeFirst();
  return row ?? { foreword: {}, lessons: {} };
}

/**
 * The editions of a report, oldest first.
 * @param until a day: those that were published by its end; left out: all
 */
export function readEditions(db: Db, roundId: string, municipalityId: string | null, until?: string) {
  return db
    .selectFrom('monitoring_report')
    .select(['id', 'key', 'edition', 'published_on as publishedOn', 'foreword', 'lessons'])
    .where('round_id', '=', roundId)
    .where('municipality_id', 'is not distinct from', municipalityId)
    .$if(until !== undefined, (query) => query.where('published_on', '<=', until ?? ''))
    .orderBy('edition')
    .execute();
}

export type Edition = Awaited<ReturnType<typeof readEditions>>[number];

/** Adds the next edition of a report, and says which one it is. */
export async function insertEdition(
  tx: Tx,
  { round, municipality }: ReportRef,
  words: ReportWords,
  day: string,
): Promise<{ id: string; key: string; edition: number }> {
  const earlier = await readEditions(tx, round.id, municipality?.id ?? null);
  const edition = (earlier.at(-1)?.edition ?? 0) + 1;
  const key = `${round.key}/${municipality?.key ?? network}/${edition}`;
  const id = idOf('monitoring_report', key);
  const localised = (text: Localised) => (Object.values(text).some(Boolean) ? JSON.stringify(text) : null);
  await tx
    .insertInto('monitoring_report')
    .values({
      id,
      key,
      round_id: round.id,
      municipality_id: municipality?.id ?? null,
      edition,
      published_on: day,
      foreword: localised(words.foreword),
      lessons: localised(words.lessons),
    })
    .execute();
  return { id, key, edition };
}
