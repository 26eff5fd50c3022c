import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { mayPublishScores, mayReadCards } from '../policy.ts';
import { resultsOf } from '../results.ts';
import { errorRateOf } from '../second-entry.ts';
import { readUnits } from './batch-store.ts';
import { loadForm } from './forms.ts';
import * as store from './results-store.ts';
import { readPairsOfForm } from './second-store.ts';

/** A municipality whose results the actor may read. @throws not-found, also where it is not theirs to know. */
export async function municipalityFor(db: Db, actor: Actor, key: string) {
  const municipality = await store.readMunicipality(db, key);
  if (!municipality || !mayReadCards(actor, { municipalityId: municipality.id })) {
    throw notFound(`results of ${key}`);
  }
  return municipality;
}

/** Which edition and mandate; left out, the newest. */
export interface ResultsOf {
  form?: string | undefined;
  mandate?: string | undefined;
}

/** What the cards of a municipality come to: nothing of fewer than five people. */
export async function showResults(app: App, actor: Actor, key: string, wanted: ResultsOf) {
  const municipality = await municipalityFor(app.db, actor, key);
  const { id } = municipality;
  const inUse = await store.readFormsInUse(app.db, id);
  const chosen =
    inUse.find(({ formId, mandate }) => formId === wanted.form && mandate === wanted.mandate) ?? inUse[0];
  if (!chosen) return { municipality, inUse, chosen: null };
  const { formId, mandateId } = chosen;
  const [form, cards, sessions, units, published, pairs] = await Promise.all([
    loadForm(app.db, formId),
    store.readScoredCards(app.db, id, mandateId, formId),
    store.readSessionsOn(app.db, id, mandateId, formId),
    readUnits(app.db, id),
    store.readLastPublished(app.db, id, mandateId),
    readPairsOfForm(app.db, formId),
  ]);
  return {
    municipality,
    inUse,
    chosen: {
      ...chosen,
      form,
      sessions,
      units,
      cards: cards.length,
      results: resultsOf(cards, form.issues),
      published,
      rate: errorRateOf(pairs),
    },
    mayPublish: mayPublishScores(actor, { municipalityId: id }),
  };
}
