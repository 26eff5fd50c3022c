import { getPriority } from '#features/contracts/server/priorities.ts';
import type { App } from '#server/app.ts';
import { rankSimilar, telling } from '../similar.ts';
import { experiencesOf } from './public.ts';
import * as store from './similar-store.ts';

const mostListed = 60;

interface Asked {
  id: string;
  key: string;
  municipalityId: string;
  municipalityKey: string;
  fieldKey: string;
}

/** The similar priorities of other municipalities, with what became of each and the experiences that belong to it. */
export async function similarTo(app: App, own: Asked) {
  const [sq, en] = await Promise.all([
    store.readWords(app.db, own.id, 'sq'),
    store.readWords(app.db, own.id, 'en'),
  ]);
  const wordsOf = (known: typeof sq) => ({ telling: telling(known), all: known.map(({ word }) => word) });
  const candidates = await store.readAlike(app.db, own, { sq: wordsOf(sq), en: wordsOf(en) });
  const similar = rankSimilar(own, candidates).slice(0, mostListed);
  const ids = similar.map(({ id }) => id);
  const [statuses, experiences] = await Promise.all([
    store.readNewestStatuses(app.db, ids),
    experiencesOf(app, [own.id, ...ids]),
  ]);
  const byId = new Map(statuses.map((row) => [row.id, row]));
  return {
    own: experiences.get(own.id) ?? [],
    similar: similar.map((one) => ({
      ...one,
      status: byId.get(one.id)?.status ?? ('not-assessed' as const),
      round: byId.get(one.id)?.round ?? null,
      experiences: experiences.get(one.id) ?? [],
    })),
  };
}

export type Similar = Awaited<ReturnType<typeof similarTo>>;

/** A priority with all that are similar to it. @throws not-found */
export async function showSimilar(app: App, key: string) {
  const priority = await getPriority(app, key);
  const { contract } = priority;
  const found = await similarTo(app, {
    id: priority.id,
    key: priority.key,
    municipalityId: contract.municipalityId,
    municipalityKey: contract.municipalityKey,
    fieldKey: priority.field.key,
  });
  return { priority: { key, statement: priority.statement }, contract, ...found };
}
