import type { Actor } from '#features/accounts/actor.ts';
import { citeWorks, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { isFrozen } from '#features/rounds/freeze.ts';
import type { PublicationContext } from '#features/rounds/publication.ts';
import { moveAssessment } from '#features/rounds/server/assessments.ts';
import { barsOf } from '#features/rounds/server/conflicts.ts';
import { listFreezes } from '#features/rounds/server/freezes.ts';
import { defaultLanguage, isLanguage, pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { AssessedPriority, Codebook } from '../assessed.ts';
import { missingOf } from '../checklist.ts';
import { outcomeOf, type PublicationOutcome } from '../outcome.ts';
import { isAnother, publishesStatuses } from '../policy.ts';
import { holdPublications, readUnreadReplies, type PublicationRow } from './assessed-store.ts';
import { assessedOf, codebookIn, codebooksOf } from './assessed.ts';
import { publishParts, type PublishPart } from './parts.ts';
import { recordRound } from './record-round.ts';
import { statusRows } from './record-rows.ts';

type Acting = Extract<Actor, { kind: 'account' }>;

interface Publishable {
  row: PublicationRow;
  priorities: AssessedPriority[];
  codebook: Codebook;
}

/** The language that binds in a contract; Albanian where an imported one does not say. */
export function bindingOf({ bindingLanguage }: Pick<PublicationRow, 'bindingLanguage'>): Language {
  return bindingLanguage !== null && isLanguage(bindingLanguage) ? bindingLanguage : defaultLanguage;
}

/**
 * Lets assessments become public in the caller's one transaction: statuses, codes, evidence, replies and texts together, for
 * all of them at once. Each is checked again; what cannot be published stays as it is, and the answer says why. Asked for
 * again, it changes nothing.
 * @param given askedAt: when this was asked for, where that was before
 */
export async function publishAssessments(
  tx: Tx,
  actor: Acting,
  ids: readonly string[],
  given: { now: Date; askedAt?: Date; parts?: readonly PublishPart[] },
): Promise<Map<string, PublicationOutcome>> {
  const { now, askedAt = now, parts = publishParts } = given;
  const day = dayOf(now);
  const rows = await holdPublications(tx, ids);
  const freezes = await listFreezes(tx, day);
  const assessed = await assessedOf(tx, ids);
  const bars = await barsOf(tx, actor.id, day);
  const unread = await readUnreadReplies(tx, ids);
  const codebooks = await codebooksOf(
    tx,
    rows.map(({ codebookId }) => codebookId),
  );
  const outcomes = new Map<string, PublicationOutcome>();
  const ready: Publishable[] = [];
  for (const row of rows) {
    const priorities = assessed.get(row.id) ?? [];
    const codebook = codebookIn(codebooks, row.codebookId);
    const outcome = outcomeOf({
      stage: row.stage,
      mayPublish: publishesStatuses(actor, row.municipalityId) && !bars.fromMunicipality(row.municipalityId),
      isAnother: isAnother(actor, row.preparedBy),
      isPreparedSince: row.preparedAt !== null && row.preparedAt > askedAt,
      isFrozen: isFrozen(freezes, row.municipalityId, day),
      isIncomplete:
        missingOf({ priorities, codebook, binding: bindingOf(row), isReplyRead: !unread.has(row.id) })
          .length > 0,
    });
    outcomes.set(row.id, outcome);
    if (outcome === 'published') ready.push({ row, priorities, codebook });
  }
  if (ready.length > 0) await write(tx, actor, ready, { now, askedAt, day, parts });
  return outcomes;
}

async function write(
  tx: Tx,
  actor: Acting,
  ready: readonly Publishable[],
  { now, askedAt, day, parts }: { now: Date; askedAt: Date; day: string; parts: readonly PublishPart[] },
): Promise<void> {
  const asked = { by: actor.id, at: askedAt };
  const tables = new Set(['status', 'source']);
  const works: Parameters<typeof citeWorks>[1][number][] = [];
  const statuses: ReturnType<typeof statusRows>[number][] = [];
  for (const [, ofRound] of Map.groupBy(ready, ({ row }) => row.roundPlanId)) {
    const [first] = ofRound;
    if (!first) continue;
    const round = await recordRound(tx, first.row, day);
    for (const { row, priorities, codebook } of ofRound) {
      const context = contextOf(row, priorities, { round, day, now, asked });
      const subjects = round.isNew && row === first.row ? [{ kind: 'round', id: round.id }] : [];
      for (const part of parts) {
        const published = await part(tx, context);
        for (const table of published.tables) tables.add(table);
        subjects.push(...published.subjects);
      }
      const own = statusRows(priorities, codebook, context);
      statuses.push(...own);
      subjects.push(...own.map(({ id }) => ({ kind: 'status', id })));
      works.push({ source: sourceOf(row, round.key, day), subjects });
      await moveAssessment(tx, row, {
        to: 'published',
        actor: actor.id,
        set: { published_by: actor.id, published_at: now, publish_at: null },
      });
    }
  }
  await insertRows(tx, 'status', statuses);
  await citeWorks(tx, works);
  // A round's own row changes no count: its statuses do, in these municipalities.
  await noteRecordChange(tx, {
    tables: [...tables].filter((table) => table !== 'round'),
    municipalityIds: [...new Set(ready.map(({ row }) => row.municipalityId))],
  });
}

function contextOf(
  row: PublicationRow,
  priorities: readonly AssessedPriority[],
  when: Pick<PublicationContext, 'round' | 'day' | 'now' | 'asked'>,
): PublicationContext {
  return {
    assessment: { id: row.id, municipalityId: row.municipalityId, contractId: row.contractId },
    municipalityKey: row.municipalityKey,
    ...when,
    round: { id: when.round.id, key: when.round.key },
    priorities: priorities.map(({ id, key, components }) => ({
      id,
      key,
      tasks: components.map((component) => ({
        id: component.taskId,
        componentId: component.id,
        componentKey: component.key,
      })),
    })),
  };
}

/** What the rows of one municipality in a round cite. */
function sourceOf(row: PublicationRow, round: string, day: string) {
  return {
    key: `work/publishing/${row.municipalityKey}/${round}`,
    title: translator(defaultLanguage)('publishing.source', { municipality: row.municipalityName, round }),
    publisher: pickText(row.organisationName, defaultLanguage),
    publishedOn: day,
  };
}
