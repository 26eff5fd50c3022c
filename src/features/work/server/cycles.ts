import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import type { CyclePlan } from '../cycle.ts';
import { mayPlanCycles } from '../policy.ts';
import type { PlanCycle } from '../schema.ts';
import * as store from './cycle-store.ts';

type Row = Awaited<ReturnType<typeof store.readCycles>>[number];

export interface Cycle {
  mandateId: string;
  mandate: string;
  starts: string;
  election: string | null;
  plan: CyclePlan | undefined;
  version: number | undefined;
}

function present(row: Row): Cycle {
  const { mandateId, mandate, starts, election, version } = row;
  const { listen, compile, contract, confront, sign } = row;
  const isPlanned =
    listen !== null && compile !== null && contract !== null && confront !== null && sign !== null;
  return {
    mandateId,
    mandate,
    starts,
    election,
    plan: isPlanned ? { listen, compile, contract, confront, sign } : undefined,
    version: version ?? undefined,
  };
}

/** The cycles of the record, the newest first; those from before the workspace have no plan. */
export async function listCycles(app: App): Promise<Cycle[]> {
  return (await store.readCycles(app.db)).map(present);
}

/** The four years that begin with an election: '2027-2031'. */
function mandateOf(starts: number) {
  const key = `${starts}-${starts + 4}`;
  return { id: idOf('mandate', key), key, starts: String(starts), ends: String(starts + 4) };
}

/**
 * Plans a cycle, or changes its plan: the mandate comes into the record with it.
 * @throws forbidden
 */
export async function saveCycle(
  app: App,
  actor: Actor,
  command: PlanCycle,
): Promise<Outcome<{ mandate: string }>> {
  if (actor.kind !== 'account' || !mayPlanCycles(actor)) throw new DomainError('forbidden', 'plan a cycle');
  const mandate = mandateOf(command.starts);
  const plan = {
    listen_until: command.listen,
    compile_until: command.compile,
    contract_until: command.contract,
    confront_until: command.confront,
    sign_until: command.sign,
    election_on: command.election,
  };
  return inTransaction(app.db, async (tx) => {
    const before = await findCycle(tx, mandate.id);
    const isNew = await store.insertMandate(tx, mandate);
    if (!(await store.writeCycle(tx, mandate.id, plan, command.version))) {
      const now = await findCycle(tx, mandate.id);
      const theirs = { ...now?.plan, election: now?.election ?? '', starts: now?.starts ?? '' };
      return { kind: 'conflict', theirs, theirVersion: now?.version ?? 0 };
    }
    await recordAudit(tx, {
      actor: actor.id,
      action: 'plan',
      subject: { kind: 'cycle', id: mandate.id },
      ...(before?.plan ? { before: { ...before.plan, election: before.election } } : {}),
      after: plan,
    });
    if (isNew) await publishMandate(tx, app, mandate);
    return { kind: 'done', value: { mandate: mandate.key } };
  });
}

async function findCycle(db: Db, mandateId: string): Promise<Cycle | undefined> {
  const rows = await store.readCycles(db);
  const row = rows.find((candidate) => candidate.mandateId === mandateId);
  return row && present(row);
}

async function publishMandate(tx: Db, app: App, { id, key }: { id: string; key: string }): Promise<void> {
  const source = {
    key: `work/cycles/${key}`,
    title: `Plani i ciklit ${key}`,
    publisher: 'POP',
    publishedOn: dayOf(app.clock()),
  };
  await citeWork(tx, source, [{ id, kind: 'mandate' }]);
  await noteRecordChange(tx, { tables: ['mandate'] });
}
