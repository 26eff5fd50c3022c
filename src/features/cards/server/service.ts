import { distinctSourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { hasPublishedScores, readMunicipality, readPublishedScores } from './results-store.ts';

/** What a municipality's residents scored, as published last. @throws not-found where nothing was published */
export async function showIssueScores(app: App, key: string) {
  const municipality = await readMunicipality(app.db, key);
  const published = municipality && (await readPublishedScores(app.db, municipality.id));
  if (!municipality || !published) throw notFound(`issue scores of ${key}`);
  const { mandate, rows } = published;
  const sources = await distinctSourcesOf(
    app,
    rows.map(({ id }) => id),
  );
  return { municipality, mandate, rows, sources };
}

/** Whether a municipality has published scores. */
export function hasIssueScores(app: App, municipalityId: string): Promise<boolean> {
  return hasPublishedScores(app.db, municipalityId);
}
