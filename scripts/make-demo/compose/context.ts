import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { periods } from '../record/context.ts';

/** What stood around the work, into the draft. */
export function addContext(draft: Draft): void {
  for (const one of periods) {
    draft.add('context-periods', {
      id: one.key,
      name: one.key,
      version: 1,
      kind: one.kind,
      state: 'stands',
      starts: one.starts,
      ends: one.ends,
      ends_is: one.lasts ?? 'known',
      title: one.title,
      summary: one.summary,
      published_on: one.published,
    });
    for (const name of one.municipalities ?? []) {
      const municipality = slugOf(name);
      draft.add('context-municipalities', {
        id: `${one.key}/${municipality}`,
        period: one.key,
        municipality,
      });
    }
  }
}
