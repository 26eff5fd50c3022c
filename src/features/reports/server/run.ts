import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { inLanes } from '#server/in-lanes.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { defineJob, type Retry } from '#server/jobs/job.ts';
import { readDueReports } from './due-store.ts';
import type { ReportRef } from './edition-store.ts';
import { publishMade, typesetReport, type MadeReport } from './make-report.ts';
import * as store from './run-store.ts';

interface Wanted {
  roundId: string;
  /** One municipality's; null: those of all and of the network. */
  municipalityId: string | null;
  askedBy: string | null;
}

/**
 * Asks for the PDFs of a round's reports, in the transaction of what they follow from: a publication asks for those of the
 * municipality that it publishes.
 */
export async function askForReports(app: App, tx: Tx, wanted: Wanted): Promise<{ id: string }> {
  const id = randomUUID();
  await store.insertRun(tx, { id, ...wanted, askedAt: app.clock() });
  await app.jobs.enqueue(tx, makeReports, { runId: id }, { key: id });
  return { id };
}

const retry: Retry = { limit: 3, delay: 30, longest: 600 };

/** Makes the reports that a run asks for. It may run twice: a report of which nothing has changed stays as it is. */
export const makeReports = defineJob({
  name: 'reports.make',
  schema: z.object({ runId: z.uuid() }),
  retry,
  run: (app, { runId }) => runReports(app, runId),
});

export async function runReports(app: App, runId: string): Promise<void> {
  const run = await store.readRun(app.db, runId);
  if (!run || run.finishedAt !== null) return;
  const round = { id: run.roundId, key: run.round };
  const places = await store.readReported(app.db, round.id, run.municipalityId);
  const refs: ReportRef[] = [
    ...places.map((municipality) => ({ round, municipality })),
    ...(run.municipalityId === null && places.length > 0 ? [{ round, municipality: null }] : []),
  ];
  await store.beginRun(app.db, runId, refs.length);
  const made: MadeReport[] = [];
  await inLanes(refs, app.pdf.lanes, async (ref) => {
    const report = await typesetOrNote(app, ref);
    if (report.kind === 'made') made.push(report.made);
    await store.noteProgress(app.db, runId, report.kind === 'failed' ? 'failed' : 'made');
  });
  await inTransaction(app.db, async (tx) => {
    for (const one of made) await publishMade(tx, one);
    await store.endRun(tx, runId, app.clock());
    if (made.length === 0) return;
    await recordAudit(tx, {
      actor: makeReports.name,
      action: 'make-reports',
      subject: { kind: 'report', id: runId },
      ...(run.municipalityId === null ? {} : { municipalityId: run.municipalityId }),
      after: { round: round.key, reports: made.length },
    });
    await noteRecordChange(tx, {
      tables: ['monitoring_report', 'monitoring_report_file'],
      municipalityIds: made.flatMap(({ ref }) => ref.municipality?.id ?? []),
    });
  });
}

/** One report that cannot be set doesn't keep the others back. */
async function typesetOrNote(
  app: App,
  ref: ReportRef,
): Promise<{ kind: 'made'; made: MadeReport } | { kind: 'same' } | { kind: 'failed' }> {
  try {
    const made = await typesetReport(app, ref);
    return made ? { kind: 'made', made } : { kind: 'same' };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const about = { round: ref.round.key, municipality: ref.municipality?.key, fault: error.code };
    app.log.error(about, 'a report failed');
    return { kind: 'failed' };
  }
}

/**
 * Asks for what is due: PDFs of editions that have none yet, and further editions where something was put right. One in which
 * nothing has changed after all stays as it is.
 */
export async function askForDueReports(app: App): Promise<void> {
  const due = await readDueReports(app.db);
  await inTransaction(app.db, async (tx) => {
    for (const { roundId, municipalityId } of due) {
      if (municipalityId !== null) await askForReports(app, tx, { roundId, municipalityId, askedBy: null });
    }
    for (const { roundId } of due.filter((one) => one.municipalityId === null))
      await askForReports(app, tx, { roundId, municipalityId: null, askedBy: null });
  });
}

/** Keeps editions up with the record, each day. */
export const keepReportsUp = defineDailyJob({ name: 'reports.keep-up', retry, run: askForDueReports });
