import type { Actor } from '#features/accounts/actor.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { isPaper } from '../event-facts.ts';
import { planToWrite } from './access.ts';
import { factsOfPlan } from './facts-of-plan.ts';
import { gatheringPdf } from './paper/gathering.ts';

/** Report, press release or minutes as they would be now: a draft. @throws not-found */
export async function draftPaper(
  app: App,
  actor: Actor,
  key: string,
  { paper, language }: { paper: string; language: Language },
): Promise<Uint8Array> {
  const plan = await planToWrite(app.db, actor, key);
  if (!isPaper(paper)) throw notFound(`paper ${paper}`);
  const facts = await factsOfPlan(app.db, plan.id);
  return gatheringPdf(app, facts, { paper, language, isDraft: true });
}
