import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { makesReports, reportsReach, writesReport } from '../policy.ts';
import { isRunning, readLastRuns } from './run-store.ts';
import { askForReports } from './run.ts';
import { findYear, writesReports } from './subject.ts';
import { readPlaces, readText, readYears } from './work-store.ts';

/** After so long, a run that has not ended was given up, and another may be asked for. */
const patience = 15 * 60_000;

/** The years that there are reports of. @throws forbidden where someone writes none */
export async function listYears(app: App, actor: Actor) {
  if (!writesReports(actor)) throw new DomainError('forbidden', 'reports');
  return readYears(app.db);
}

/** The reports of one year that someone writes, and how far the making of all is. @throws forbidden, not-found */
export async function showYear(app: App, actor: Actor, address: { mandate: string; number: string }) {
  if (!writesReports(actor)) throw new DomainError('forbidden', 'reports');
  const year = await findYear(app.db, address);
  const [places, network, runs] = await Promise.all([
    readPlaces(app.db, year, reportsReach(actor)),
    readText(app.db, { mandateId: year.mandateId, number: year.number, municipalityId: null }),
    year.roundId === null ? [] : readLastRuns(app.db, [year.roundId]),
  ]);
  return {
    year,
    places,
    network: writesReport(actor, null) ? { isWritten: network !== undefined } : null,
    run: makesReports(actor) ? (runs[0] ?? null) : null,
    makes: makesReports(actor) && year.roundId !== null,
  };
}

/** Asks for the PDFs of all reports of a year. @throws forbidden, not-found */
export async function makeAllReports(
  app: App,
  actor: Actor,
  address: { mandate: string; number: string },
  requestId: string,
): Promise<Outcome<{ id: string }>> {
  if (actor.kind !== 'account' || !makesReports(actor)) throw new DomainError('forbidden', 'make reports');
  const { roundId, round } = await findYear(app.db, address);
  if (roundId === null) throw notFound(`round ${address.number} of ${address.mandate}`);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    if (await isRunning(tx, roundId, new Date(app.clock().getTime() - patience)))
      return { kind: 'refused', faults: [{ field: 'make', key: 'reports.fault.running' }] };
    const run = await askForReports(app, tx, { roundId, municipalityId: null, askedBy: actor.id });
    await recordAudit(tx, {
      actor: actor.id,
      action: 'ask-for-reports',
      subject: { kind: 'report', id: run.id },
      after: { round },
      requestId,
    });
    return { kind: 'done', value: run };
  });
}
