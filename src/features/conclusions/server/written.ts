import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { localisedOf } from '../localised.ts';
import type { ConclusionCommand } from '../schema.ts';
import { auditAfter, done, holdToWrite, planToWrite, refused } from './access.ts';
import { readOrganisationOptions } from './options-store.ts';
import { readPlanConclusions, type PlanConclusion } from './plan-store.ts';

/** Conclusions of one gathering. */
const mostConclusions = 50;

/** What the form of a conclusion begins with. @throws not-found */
export async function showConclusionForm(app: App, actor: Actor, key: string, id: string | undefined) {
  const plan = await planToWrite(app.db, actor, key);
  const [written, organisations] = await Promise.all([
    readPlanConclusions(app.db, plan.id),
    readOrganisationOptions(app.db),
  ]);
  const conclusion = written.find((one) => one.id === id);
  if (id !== undefined && !conclusion) throw notFound(`conclusion ${id}`);
  return { plan, organisations, conclusion, fields: conclusion ? fieldsOf(conclusion) : {} };
}

function fieldsOf({ statement, organisationId, followedUpBy, dueOn }: PlanConclusion): Fields {
  return {
    statementSq: statement.sq ?? '',
    statementEn: statement.en ?? '',
    organisation: organisationId ?? '',
    followedUpBySq: followedUpBy.sq ?? '',
    followedUpByEn: followedUpBy.en ?? '',
    dueOn: dueOn ?? '',
  };
}

/** Writes a conclusion down, or another wording of one that is not public yet. */
export function saveConclusion(
  app: App,
  actor: Actor,
  key: string,
  { id, command }: { id: string | undefined; command: ConclusionCommand },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdToWrite(tx, actor, key);
    const written = await readPlanConclusions(tx, plan.id);
    const values = {
      statement: JSON.stringify(localisedOf({ sq: command.statementSq, en: command.statementEn })),
      followed_up_by: JSON.stringify(localisedOf({ sq: command.followedUpBySq, en: command.followedUpByEn })),
      organisation_id: command.organisation,
      due_on: command.dueOn === '' ? null : command.dueOn,
    };
    if (command.organisation !== null && !(await isOrganisation(tx, command.organisation))) {
      return refused('organisation', 'form.fault.choice');
    }
    if (id === undefined) {
      if (written.length >= mostConclusions) {
        return refused('statementSq', 'after.fault.many-conclusions', { most: mostConclusions });
      }
      const added = randomUUID();
      await tx
        .insertInto('event_plan_conclusion')
        .values({
          id: added,
          plan_id: plan.id,
          position: (written.at(-1)?.position ?? 0) + 1,
          ...values,
        })
        .execute();
      await auditAfter(tx, actor, plan, { action: 'add', after: { conclusion: added } });
      return done(null);
    }
    const known = written.find((one) => one.id === id);
    if (!known) throw notFound(`conclusion ${id}`);
    if (known.conclusionId !== null) return refused('statementSq', 'after.fault.published');
    const { numUpdatedRows } = await tx
      .updateTable('event_plan_conclusion')
      .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('version', '=', command.version ?? 0)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      return { kind: 'conflict', theirs: fieldsOf(known), theirVersion: known.version };
    }
    await auditAfter(tx, actor, plan, { action: 'write', after: { conclusion: id } });
    return done(null);
  });
}

async function isOrganisation(tx: Tx, id: string): Promise<boolean> {
  return (await readOrganisationOptions(tx)).some((one) => one.id === id);
}

/** Takes a conclusion away that is not public. */
export function removeConclusion(app: App, actor: Actor, key: string, id: string): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const plan = await holdToWrite(tx, actor, key);
    const known = (await readPlanConclusions(tx, plan.id)).find((one) => one.id === id);
    if (!known) return done(null);
    if (known.conclusionId !== null) throw new DomainError('conflict', 'a public conclusion');
    await tx.deleteFrom('event_plan_conclusion').where('id', '=', known.id).execute();
    await auditAfter(tx, actor, plan, { action: 'remove', before: { conclusion: id } });
    return done(null);
  });
}
