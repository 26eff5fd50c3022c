import type { Actor } from '#features/accounts/actor.ts';
import { freezeOn } from '#features/rounds/freeze.ts';
import { holdAssessment, moveAssessment } from '#features/rounds/server/assessments.ts';
import { barsOf } from '#features/rounds/server/conflicts.ts';
import { listFreezes } from '#features/rounds/server/freezes.ts';
import { isBefore } from '#features/rounds/stage.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { liveStatus, type AssessedPriority, type Codebook } from '../assessed.ts';
import { checkPublication, untranslated } from '../checklist.ts';
import { isAnother, preparesStatuses, publishesStatuses } from '../policy.ts';
import { publicationFor, publicationToPrepare } from './acting.ts';
import { countOpenEvidence, readUnreadReplies, type PublicationRow } from './assessed-store.ts';
import { assessedOf, codebookIn, codebooksOf } from './assessed.ts';
import { bindingOf } from './publish.ts';
import { readNames, readWaitingRuns } from './runs-store.ts';

async function statusesOf(db: Db, row: PublicationRow) {
  const priorities = (await assessedOf(db, [row.id])).get(row.id) ?? [];
  const codebook = codebookIn(await codebooksOf(db, [row.codebookId]), row.codebookId);
  return { priorities, codebook };
}

async function findingsOf(
  db: Db,
  row: PublicationRow,
  given: { priorities: AssessedPriority[]; codebook: Codebook },
) {
  return checkPublication({
    stage: row.stage,
    ...given,
    binding: bindingOf(row),
    isReplyRead: !(await readUnreadReplies(db, [row.id])).has(row.id),
    openEvidence: await countOpenEvidence(db, row.municipalityId, row.id),
  });
}

/** An assessment on its way to the public: every status as it follows from the codes now, and what is still missing. */
export async function showPublication(app: App, actor: Actor, id: string) {
  const row = await publicationFor(app.db, actor, id);
  // Codes are nobody's to see here before the last of them is settled.
  const isSettled = !isBefore(row.stage, 'settled');
  const { priorities, codebook } = await statusesOf(app.db, row);
  const day = dayOf(app.clock());
  const binding = bindingOf(row);
  const names = await readNames(app.db, row.preparedBy === null ? [] : [row.preparedBy]);
  return {
    publication: row,
    preparedByName: row.preparedBy === null ? null : (names.get(row.preparedBy) ?? null),
    isSettled,
    priorities: priorities.map(({ id: priorityId, key, position, statement, components, written }) => ({
      id: priorityId,
      key,
      position,
      statement,
      live: isSettled ? liveStatus(components, codebook) : null,
      isWritten: Boolean(written?.rationale[binding]),
      beside: written && { late: written.late, reversed: written.reversed, blockedBy: written.blockedBy },
    })),
    findings: isSettled ? await findingsOf(app.db, row, { priorities, codebook }) : [],
    untranslated: untranslated({ priorities, binding }),
    freeze: freezeOn(await listFreezes(app.db, day), row.municipalityId, day) ?? null,
    runs: await readWaitingRuns(app.db, id),
    can: {
      prepare: preparesStatuses(actor, row.municipalityId),
      publish: publishesStatuses(actor, row.municipalityId) && isAnother(actor, row.preparedBy),
    },
  };
}

/**
 * Says that an assessment is ready to be published, by another person. Statuses can't be changed from here on.
 * @throws not-found, forbidden; conflict where the stage does not allow it any more
 */
export async function preparePublication(app: App, who: Actor, id: string): Promise<Outcome<null>> {
  const { row, actor } = await publicationToPrepare(app.db, who, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const held = await holdAssessment(tx, id);
    if (held.stage === 'prepared' || held.stage === 'published')
      throw new DomainError('conflict', `prepare ${id}`);
    if ((await barsOf(tx, actor.id, dayOf(app.clock()))).fromMunicipality(held.municipalityId))
      return { kind: 'refused', faults: [{ field: 'prepare', key: 'publishing.fault.conflict' }] };
    const findings = await findingsOf(tx, { ...row, stage: held.stage }, await statusesOf(tx, row));
    if (findings.length > 0) {
      return {
        kind: 'refused',
        faults: [
          { field: 'prepare', key: 'publishing.fault.unfinished', values: { count: findings.length } },
        ],
      };
    }
    await moveAssessment(tx, held, {
      to: 'prepared',
      actor: actor.id,
      set: { prepared_by: actor.id, prepared_at: app.clock() },
    });
    return { kind: 'done', value: null };
  });
}

/** Takes an assessment back that was prepared, before it is public: to change a rationale, for example. */
export async function takeBack(app: App, who: Actor, id: string): Promise<Outcome<null>> {
  const { actor } = await publicationToPrepare(app.db, who, id);
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, id);
    await moveAssessment(tx, held, {
      to: 'reading',
      actor: actor.id,
      set: { prepared_by: null, prepared_at: null, publish_at: null },
    });
    return { kind: 'done', value: null };
  });
}
