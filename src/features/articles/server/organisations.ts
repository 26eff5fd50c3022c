import type { App } from '#server/app.ts';

/** The organisations whose sites may be brought over. */
export function listOrganisations({ db }: App) {
  return db.selectFrom('organisation').select(['key', 'name']).orderBy('key').limit(500).execute();
}
