import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { agreementOf } from '../agreement/agreement.ts';
import type { AgreementShown, PublishedAgreement } from '../agreement-shown.ts';
import { worksOnCodes } from '../policy.ts';
import { readAgreement, readPairs } from './agreement-store.ts';
import { readRound } from './list-store.ts';
import { readPatterns, readScale } from './publish-store.ts';

/** How far the coders of a round agree now, from the raw codes of every component that both have handed in. */
export async function showAgreement(app: App, actor: Actor, roundPlanId: string) {
  if (!worksOnCodes(actor)) throw new DomainError('forbidden', 'codes');
  const [round, patterns, codes] = await Promise.all([
    readRound(app.db, roundPlanId),
    readPatterns(app.db, roundPlanId, { kind: 'all' }),
    readScale(app.db, roundPlanId),
  ]);
  if (!round) throw notFound(`round ${roundPlanId}`);
  const { matrix, kappa, alpha, interval } = agreementOf(patterns, codes);
  const agreement: AgreementShown = { ...matrix, codes, kappa, alpha, interval };
  return { round, agreement };
}

/** How far they agreed as it was published last, or last by a day; undefined where it was not. */
export const publishedAgreement = perVersion(
  async (app, roundId: string, day?: string): Promise<PublishedAgreement | undefined> => {
    const found = await readAgreement(app.db, roundId, day);
    if (!found) return undefined;
    const { codes, pairs } = await readPairs(app.db, found.id, roundId);
    const count = (first: string, second: string) =>
      pairs.find((pair) => pair.first === first && pair.second === second)?.units ?? 0;
    const { units, agreed, kappa, alpha, low, high, computedOn } = found;
    return {
      codes,
      cells: codes.map((row) => codes.map((column) => count(row.code, column.code))),
      units,
      agreed,
      kappa,
      alpha,
      interval: low === null || high === null ? null : { low, high },
      computedOn,
    };
  },
);
