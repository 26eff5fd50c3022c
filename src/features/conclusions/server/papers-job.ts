import { z } from 'zod';
import { keyOfVersion } from '#features/events/server/edition.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { defaultLanguage, languages, pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { keepMade, makePublic } from '#server/files/keep-made.ts';
import type { StoredBytes } from '#server/files/take-in.ts';
import { defineJob } from '#server/jobs/job.ts';
import { paperKey, papers, type EventFacts, type Paper } from '../event-facts.ts';
import { factsOfRecord } from './facts-of-record.ts';
import { gatheringPdf, titleOfPaper } from './paper/gathering.ts';

interface Made {
  paper: Paper;
  language: Language;
  file: StoredBytes;
}

/** Typesets what a published gathering leaves on paper, and adds it to the record's documents. */
export const makePapers = defineJob({
  name: 'conclusions.make-papers',
  schema: z.object({ eventId: z.uuid() }),
  retry: { limit: 8, delay: 60, longest: 3600 },
  run: publishPapers,
});

/** The same bytes made again for a version of the event add nothing; others stand beside those before. */
export async function publishPapers(app: App, { eventId }: { eventId: string }): Promise<void> {
  const facts = await factsOfRecord(app.db, eventId);
  if (!facts) return;
  const made: Made[] = [];
  for (const paper of papers) {
    for (const language of languages) {
      if (paper === 'minutes' && !facts.texts.minutes[language]) continue;
      const pdf = await gatheringPdf(app, facts, { paper, language, isDraft: false });
      made.push({ paper, language, file: await keepMade(app, pdf, 'application/pdf') });
    }
  }
  await inTransaction(app.db, async (tx) => {
    const rows = await addDocuments(tx, eventId, facts, made);
    if (rows.length === 0) return;
    await citeWork(
      tx,
      {
        key: `work/papers/${facts.key}`,
        title: pickText(facts.title, defaultLanguage),
        publisher: translator(defaultLanguage)('site.tagline'),
        publishedOn: dayOf(app.clock()),
      },
      rows,
    );
    await noteRecordChange(tx, { tables: ['event_document'] });
  });
}

async function addDocuments(tx: Tx, eventId: string, facts: EventFacts, made: readonly Made[]) {
  await tx.selectFrom('event').select('id').where('id', '=', eventId).forNoKeyUpdate().execute();
  const known = await tx
    .selectFrom('event_document')
    .select(['position', 'copy_sha256 as copy'])
    .where('event_id', '=', eventId)
    .where('version', '=', facts.version)
    .execute();
  let position = Math.max(0, ...known.map((row) => row.position));
  const added: { id: string; kind: string }[] = [];
  for (const { paper, language, file } of made) {
    if (known.some(({ copy }) => copy === file.sha256)) continue;
    position += 1;
    await makePublic(tx, file);
    const key = paperKey(keyOfVersion(facts.key, facts.version), position);
    const id = idOf('event_document', key);
    await tx
      .insertInto('event_document')
      .values({
        id,
        key,
        event_id: eventId,
        version: facts.version,
        position,
        kind: paper,
        language,
        title: JSON.stringify({ [language]: titleOfPaper(paper, facts.title, language) }),
        sha256: file.sha256,
        copy_sha256: file.sha256,
      })
      .execute();
    added.push({ id, kind: 'event_document' });
  }
  return added;
}
