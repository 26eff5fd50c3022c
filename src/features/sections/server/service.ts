import type { App } from '#server/app.ts';
import { sections, type Section } from '../sections.ts';
import { readSectionsWithContent } from './store.ts';

/** The sections that have something to show, in their order; `about` always has. */
export async function listSections(app: App): Promise<Section[]> {
  const filled = await readSectionsWithContent(app.db);
  return sections.filter((section) => section === 'about' || filled[section] === true);
}
