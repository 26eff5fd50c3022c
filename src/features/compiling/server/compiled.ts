import { showContract } from '#features/contracts/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { readCompilation, readCompiledCandidates, readPlacedNeeds } from './compiled-store.ts';

const needsShown = 100;
/** Needs set aside that the overview shows; the others have pages of their own. */
const asideShown = 20;

/** What a published contract was compiled from: its candidates in their order, and what was set aside. @throws not-found */
export async function showCompiled(app: App, key: string) {
  const { contract } = await showContract(app, key);
  const [compilation, candidates, aside] = await Promise.all([
    readCompilation(app.db, contract.id),
    readCompiledCandidates(app.db, contract.id),
    readPlacedNeeds(app.db, contract.id, { candidateId: null, after: '', limit: asideShown }),
  ]);
  const sources = compilation ? await distinctSourcesOf(app, [compilation.id]) : [];
  return { contract, compilation: compilation ?? null, candidates, aside, sources };
}

export type CompiledPage = Awaited<ReturnType<typeof showCompiled>>;

/**
 * The published needs of one part, a page at a time.
 * @param part a candidate's position, or 'aside'
 * @param after the key of the last need on the page before
 * @throws not-found
 */
export async function showCompiledNeeds(app: App, key: string, part: string, after: string) {
  const { contract } = await showContract(app, key);
  const candidate = part === 'aside' ? null : await findCandidate(app, contract.id, part);
  const rows = await readPlacedNeeds(app.db, contract.id, {
    candidateId: candidate?.id ?? null,
    after,
    limit: needsShown + 1,
  });
  const needs = rows.slice(0, needsShown);
  if (candidate === null && after === '' && needs.length === 0) throw notFound(`set aside for ${key}`);
  return { contract, candidate, needs, next: rows.length > needsShown ? (needs.at(-1)?.key ?? null) : null };
}

export type CompiledNeedsPage = Awaited<ReturnType<typeof showCompiledNeeds>>;

async function findCandidate(app: App, contractId: string, part: string) {
  const position = /^[1-9]\d{0,3}$/.test(part) ? Number(part) : undefined;
  const found = position === undefined ? [] : await readCompiledCandidates(app.db, contractId, position);
  const [candidate] = found;
  if (!candidate) throw notFound(`candidate ${part}`);
  return candidate;
}
