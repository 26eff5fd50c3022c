import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { served, tries } from '../record/tries.ts';
import { watcherOf } from './network.ts';

/** Who tried what others had told, and which priorities an experience serves, into the draft. */
export function addTries(draft: Draft): void {
  const said = new Map<string, number>();
  for (const one of tries) {
    const municipality = slugOf(one.municipality);
    const of = `${one.experience}/${municipality}`;
    const version = (said.get(of) ?? 0) + 1;
    said.set(of, version);
    draft.add('experience-tries', {
      id: `${of}/${version}`,
      experience: one.experience,
      municipality,
      organisation: watcherOf(one.municipality),
      version,
      state: one.state,
      outcome: one.outcome,
      said_on: one.on,
      statement: one.statement,
      learned_from: one.learnedFrom && slugOf(one.learnedFrom),
    });
  }
  for (const { experience, municipality, theme } of served) {
    const own = draft.rows('priorities').filter(({ contract, statement }) => {
      const isOf = String(contract).startsWith(`${slugOf(municipality)}-`);
      return isOf && Array.isArray(statement) && theme.test(String(statement[0]));
    });
    for (const { id } of own.slice(-2)) {
      draft.add('experience-priorities', { id: `${experience}/${id}`, experience, priority: id });
    }
  }
}
