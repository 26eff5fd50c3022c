import type { Db } from '#server/database/db.ts';

/** The last edition of a round's agreement in the record; of those by a day, where one is given. */
export function readAgreement(db: Db, roundId: string, day?: string) {
  return db
    .selectFrom('round_agreement')
    .select([
      'id',
      'units',
      'agreed',
      'kappa',
      'alpha',
      'alpha_low as low',
      'alpha_high as high',
      'computed_on as computedOn',
    ])
    .where('round_id', '=', roundId)
    .$if(day !== undefined, (query) => query.where('computed_on', '<=', day ?? ''))
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Its pairs, and the codes of the round's codebook in their order. */
export async function readPairs(db: Db, agreementId: string, roundId: string) {
  const [pairs, codes] = await Promise.all([
    db
      .selectFrom('round_agreement_pair')
      .select(['first_code as first', 'second_code as second', 'units'])
      .where('agreement_id', '=', agreementId)
      .execute(),
    db
      .selectFrom('round')
      .innerJoin('codebook_code as code', 'code.codebook_id', 'round.codebook_id')
      .select(['code.code', 'code.name'])
      .where('round.id', '=', roundId)
      .orderBy('code.position')
      .execute(),
  ]);
  return { pairs, codes };
}
