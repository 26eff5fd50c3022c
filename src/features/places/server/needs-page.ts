import { listNeedsOf } from '#features/listening/server/service.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { readMunicipality } from './store.ts';

const pageSize = 100;

/** Every need that residents of one municipality put forward. @throws not-found */
export async function showNeeds(app: App, key: string, after: string | undefined) {
  const municipality = await readMunicipality(app.db, key);
  if (!municipality) throw notFound(`municipality ${key}`);
  const { id, name } = municipality;
  return { municipality: { key, name }, ...(await listNeedsOf(app, id, { after, limit: pageSize })) };
}
