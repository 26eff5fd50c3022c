import type { Outcome } from '#forms/form.ts';

/** What a service answered, where it did what was asked: the demonstration asks nothing that may be refused. */
export function expectDone<Value>(what: string, outcome: Outcome<Value>): Value {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'refused':
      throw new Error(`The demonstration could not ${what}: ${JSON.stringify(outcome.faults)}`);
    case 'conflict':
      throw new Error(`The demonstration could not ${what}: someone else changed it`);
  }
}
