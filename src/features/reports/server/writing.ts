import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { defaultLanguage, type Localised } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { publishesEdition } from '../policy.ts';
import type { SaveWords } from '../schema.ts';
import { insertEdition, readEditions } from './edition-store.ts';
import { readReported } from './run-store.ts';
import { askForReports } from './run.ts';
import { subjectToWrite, type PlaceAddress, type Subject } from './subject.ts';
import * as store from './work-store.ts';

function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'reports are written by accounts');
  return actor.id;
}

function placeOf({ year, municipality }: Subject) {
  return { mandateId: year.mandateId, number: year.number, municipalityId: municipality?.id ?? null };
}

function fieldsOf({ foreword, lessons }: { foreword: Localised; lessons: Localised }): Fields {
  return {
    foreword_sq: foreword.sq ?? '',
    foreword_en: foreword.en ?? '',
    lessons_sq: lessons.sq ?? '',
    lessons_en: lessons.en ?? '',
  };
}

const unwritten = { foreword: {}, lessons: {}, version: 0, savedBy: null };

/** The form of a report's words, with what is kept of it, and whether they could be made public. @throws not-found */
export async function showWriting(app: App, actor: Actor, address: PlaceAddress, form: string) {
  const subject = await subjectToWrite(app, actor, address);
  const { year, municipality } = subject;
  const municipalityId = municipality?.id ?? null;
  const [text = unwritten, kept, reported, editions] = await Promise.all([
    store.readText(app.db, placeOf(subject)),
    findDraft(app, actor, form),
    year.roundId === null ? [] : readReported(app.db, year.roundId, municipalityId),
    year.roundId === null ? [] : readEditions(app.db, year.roundId, municipalityId),
  ]);
  return {
    year,
    municipality,
    fields: fieldsOf(text),
    version: text.version,
    kept,
    isPublic: reported.length > 0,
    editions: editions.length,
    publishes: publishesEdition(actor, { municipalityId, savedBy: text.savedBy }),
  };
}

/** Saves the words of a report. @throws not-found where it is none of theirs */
export async function saveReportWords(
  app: App,
  actor: Actor,
  address: PlaceAddress,
  command: SaveWords,
  about: { form: string; requestId: string },
): Promise<Outcome<{ version: number }>> {
  const subject = await subjectToWrite(app, actor, address);
  const by = accountOf(actor);
  const place = placeOf(subject);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ version: number }>> => {
    const at = app.clock();
    const standing = await store.lockText(tx, place);
    const id = standing?.id ?? randomUUID();
    const isSaved = standing
      ? await store.updateText(tx, { id, command, by, at })
      : command.version === 0 && (await store.insertText(tx, { id, place, command, by, at }));
    if (!isSaved) {
      const theirs = standing ?? (await store.readText(tx, place)) ?? unwritten;
      return { kind: 'conflict', theirs: fieldsOf(theirs), theirVersion: theirs.version };
    }
    await dropDraft(tx, actor, about.form);
    await recordAudit(tx, {
      actor: by,
      action: 'write-report',
      subject: { kind: 'report', id },
      ...(place.municipalityId === null ? {} : { municipalityId: place.municipalityId }),
      after: { mandate: subject.year.mandate, year: subject.year.number },
      requestId: about.requestId,
    });
    return { kind: 'done', value: { version: command.version + 1 } };
  });
}

/**
 * Makes the saved words public as the report's next edition, and asks for its PDFs. Earlier editions stay.
 * @throws not-found where it is none of theirs
 */
export async function publishReportWords(
  app: App,
  actor: Actor,
  address: PlaceAddress,
  command: { version: number },
  requestId: string,
): Promise<Outcome<{ edition: number }>> {
  const subject = await subjectToWrite(app, actor, address);
  const { year, municipality } = subject;
  const place = placeOf(subject);
  const by = accountOf(actor);
  const { roundId, round } = year;
  if (roundId === null || round === null) return refused('reports.fault.no-figures');
  return inTransaction(app.db, async (tx): Promise<Outcome<{ edition: number }>> => {
    if ((await readReported(tx, roundId, place.municipalityId)).length === 0)
      return refused('reports.fault.no-figures');
    const text = (await store.lockText(tx, place)) ?? unwritten;
    if (text.version !== command.version)
      return { kind: 'conflict', theirs: fieldsOf(text), theirVersion: text.version };
    if (!publishesEdition(actor, { municipalityId: place.municipalityId, savedBy: text.savedBy }))
      return refused('reports.fault.own-text');
    const day = dayOf(app.clock());
    const ref = { round: { id: roundId, key: round }, municipality };
    const { id, key, edition } = await insertEdition(tx, ref, text, day);
    const t = translator(defaultLanguage);
    await citeWork(
      tx,
      {
        key: `work/reports/${key}`,
        title: `${t('reports.title')}: ${key}`,
        publisher: t('site.tagline'),
        publishedOn: day,
      },
      [{ kind: 'monitoring_report', id }],
    );
    await askForReports(app, tx, { roundId, municipalityId: place.municipalityId, askedBy: by });
    await recordAudit(tx, {
      actor: by,
      action: 'publish-report',
      subject: { kind: 'report', id },
      ...(place.municipalityId === null ? {} : { municipalityId: place.municipalityId }),
      after: { round, edition },
      requestId,
    });
    await noteRecordChange(tx, {
      tables: ['monitoring_report'],
      municipalityIds: place.municipalityId === null ? [] : [place.municipalityId],
    });
    return { kind: 'done', value: { edition } };
  });
}

function refused(key: 'reports.fault.no-figures' | 'reports.fault.own-text'): Outcome<never> {
  return { kind: 'refused', faults: [{ field: 'publish', key }] };
}
