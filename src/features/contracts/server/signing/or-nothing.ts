import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';

class Refusal extends Error {
  readonly outcome: Outcome<never>;

  constructor(outcome: Outcome<never>) {
    super('refused');
    this.outcome = outcome;
  }
}

/** Undoes all that a transaction has done where it comes to a refusal: nothing is frozen for a fact that is not taken. */
export async function orNothing<T>(app: App, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await inTransaction(app.db, async (tx) => {
      const outcome = await work(tx);
      if (outcome.kind !== 'done') throw new Refusal(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
}
