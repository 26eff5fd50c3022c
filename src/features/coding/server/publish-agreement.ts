import { citeWork } from '#features/opendata/server/record-change.ts';
import type { PublicationContext } from '#features/rounds/publication.ts';
import { putOff, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { agreementOf } from '../agreement/agreement.ts';
import { readLastEdition, readPatterns, readPlanOf, readScale } from './publish-store.ts';

interface Noted {
  context: PublicationContext;
  assessments: string[];
}

/** What open transactions publish, by the round. */
const noted = new WeakMap<Tx, Map<string, Noted>>();

/**
 * Computes how far coders agree over all that is public of the round by the end of the transaction: however many municipalities
 * it publishes, once.
 */
export async function noteAgreement(tx: Tx, context: PublicationContext): Promise<void> {
  const rounds = noted.get(tx) ?? new Map<string, Noted>();
  const earlier = rounds.get(context.round.id);
  if (earlier) {
    earlier.assessments.push(context.assessment.id);
    return;
  }
  const first: Noted = { context, assessments: [context.assessment.id] };
  if (putOff(tx, () => addEdition(tx, first))) noted.set(tx, rounds.set(context.round.id, first));
  else await addEdition(tx, first);
}

async function addEdition(tx: Tx, { context, assessments }: Noted): Promise<void> {
  const { round, day } = context;
  const planId = await readPlanOf(tx, context.assessment.id);
  const patterns = await readPatterns(tx, planId, { kind: 'public', beside: assessments });
  const { matrix, kappa, alpha, interval } = agreementOf(patterns, await readScale(tx, planId));
  const edition = (await readLastEdition(tx, round.id)) + 1;
  const key = `${round.key}/${edition}`;
  const id = idOf('round_agreement', key);
  await tx
    .insertInto('round_agreement')
    .values({
      id,
      key,
      round_id: round.id,
      edition,
      units: matrix.units,
      agreed: matrix.agreed,
      kappa: rounded(kappa),
      alpha: rounded(alpha),
      alpha_low: rounded(interval?.low ?? null),
      alpha_high: rounded(interval?.high ?? null),
      computed_on: day,
    })
    .execute();
  const pairs = patterns.map(({ unit: [first, second], count }) => {
    const pairKey = `${key}/${first}/${second}`;
    return {
      id: idOf('round_agreement_pair', pairKey),
      key: pairKey,
      agreement_id: id,
      first_code: first ?? '',
      second_code: second ?? '',
      units: count,
    };
  });
  if (pairs.length > 0) await tx.insertInto('round_agreement_pair').values(pairs).execute();
  await citeWork(
    tx,
    {
      key: `work/agreement/${key}`,
      title: `Pajtimi mes koduesve, ${round.key} / Agreement between coders, ${round.key}`,
      publisher: 'POP',
      publishedOn: day,
    },
    [
      { kind: 'round_agreement', id },
      ...pairs.map((pair) => ({ kind: 'round_agreement_pair', id: pair.id })),
    ],
  );
}

/** Four decimals: more say nothing. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
