import type { Draft } from '../package.ts';
import { declarations } from '../record/declarations.ts';
import { funded, partners, trainings } from '../record/directory.ts';
import { typeset } from '../text.ts';

/** What members declare, partners, trainings and what donors paid for, into the draft. */
export function addDirectory(draft: Draft): void {
  addDeclarations(draft);
  for (const { key, ...partner } of partners) draft.add('partners', { id: key, ...partner });
  for (const one of trainings) {
    draft.add('training-counts', { id: `${one.organisation}/${one.year}/1`, version: 1, ...one });
  }
  for (const one of funded) {
    draft.add('funded-work', { id: `${one.donor}/${one.event ?? one.round ?? one.publication}`, ...one });
  }
}

function addDeclarations(draft: Draft): void {
  const versions = new Map<string, number>();
  for (const { organisation, year, on, interests, reason, funding } of declarations) {
    const version = (versions.get(`${organisation}/${year}`) ?? 0) + 1;
    versions.set(`${organisation}/${year}`, version);
    const id = `${organisation}/${year}/${version}`;
    draft.add('declarations', { id, organisation, year, version, declared_on: on, interests, reason });
    for (const [index, [funder, much, currency]] of funding.entries()) {
      const sum = typeof much === 'number' ? { amount: much * 100, currency } : { band: much };
      const row = { declaration: id, position: index + 1, funder: typeset(funder), ...sum };
      draft.add('declared-funding', { id: `${id}/${index + 1}`, ...row });
    }
  }
}
