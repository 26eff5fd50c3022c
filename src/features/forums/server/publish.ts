import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { formatsFor } from '#i18n/format.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import { mayPublishForums } from '../policy.ts';
import { readPlan } from './plan-store.ts';
import { Publication } from './publication.ts';
import { publishAnswers } from './publish-answers.ts';
import { publishCandidates } from './publish-candidates.ts';
import { publishEnd } from './publish-end.ts';
import { publishFrame, publishItems, publishLot } from './publish-frame.ts';
import { publishQuestions, publishReplies } from './publish-questions.ts';

export interface Publishing {
  /** Make the forum itself public, where it isn't. */
  announce?: boolean;
  /** Make the answers public, where they aren't. */
  answers?: boolean;
}

/**
 * Brings a forum in the record up to date with the work on it: what is there already stays as it is, what is new is added. Called at
 * the end of every change of a forum; does nothing before it was announced, or for someone who may not publish: the next who
 * may publishes that as well.
 */
export async function publishForum(
  tx: Tx,
  app: App,
  actor: Actor,
  planId: string,
  { announce = false, answers = false }: Publishing = {},
): Promise<void> {
  const plan = await readPlan(tx, planId);
  if (!plan) throw notFound(`forum ${planId}`);
  if ((plan.forumId === null && !announce) || !mayPublishForums(actor, plan.municipalityId)) return;
  const publication = new Publication(tx, plan, dayOf(app.clock()));
  await publishCandidates(publication);
  const forum = await publishFrame(publication);
  await publishLot(publication, forum);
  await publishItems(publication, forum);
  await publishAnswers(publication, forum, answers);
  await publishQuestions(publication, forum);
  await publishReplies(publication);
  await publishEnd(publication, forum, app.clock());
  if (publication.changed.size === 0) return;
  await citeWork(
    tx,
    {
      key: `work/forums/${forum.key}`,
      title: translator(defaultLanguage)('forum.record.source', {
        municipality: plan.municipalityName,
        day: formatsFor(defaultLanguage).date(plan.heldOn),
      }),
      publisher: pickText(plan.organisationName, defaultLanguage),
      publishedOn: publication.today,
    },
    // Candidates cite what they were taken from.
    publication.subjects.filter(({ kind }) => kind !== 'election_candidate'),
  );
  await recordAudit(tx, {
    actor: accountOf(actor),
    action: 'publish',
    subject: { kind: 'forum', id: planId },
    municipalityId: plan.municipalityId,
    after: publication.counts,
  });
  await noteRecordChange(tx, {
    tables: [...publication.changed, 'source'],
    municipalityIds: [plan.municipalityId],
  });
}
