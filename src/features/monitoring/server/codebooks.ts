import { perVersion } from '#server/cache/per-version.ts';
import { parseMapping } from '../derivation.ts';
import { readCodebookCodes, readCodebooks } from './codebook-store.ts';

/** The codebooks with their codes and the rules by which a status follows from them, newest first. */
export const listCodebooks = perVersion(async (app) => {
  const [codebooks, codes] = await Promise.all([readCodebooks(app.db), readCodebookCodes(app.db)]);
  return codebooks.map(({ mapping, ...codebook }) => ({
    ...codebook,
    mapping: parseMapping(mapping),
    codes: codes.filter((code) => code.codebookId === codebook.id),
  }));
});

export type Codebook = Awaited<ReturnType<typeof listCodebooks>>[number];
