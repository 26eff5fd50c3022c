import { perVersion } from '#server/cache/per-version.ts';
import { sections, type Section } from '../sections.ts';
import { readSectionsWithContent } from './store.ts';

/** The sections that have something to show, in their order; `about` always has. */
export const listSections = perVersion(async (app): Promise<Section[]> => {
  const filled = await readSectionsWithContent(app.db);
  return sections.filter((section) => section === 'about' || filled[section] === true);
});
