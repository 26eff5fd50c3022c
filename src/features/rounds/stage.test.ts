import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBefore, mayMove, stages, takesEvidence } from './stage.ts';

const anyStage = fc.constantFrom(...stages);

test('every stage but the last leads on to a later one, and from the first the last can be reached', () => {
  const reached = new Set(['evidence']);
  for (const stage of stages) {
    for (const next of stages) if (reached.has(stage) && mayMove(stage, next)) reached.add(next);
  }
  expect([...reached].toSorted()).toEqual([...stages].toSorted());
});

test('what is published moves nowhere', () => {
  fc.assert(fc.property(anyStage, (stage) => !mayMove('published', stage)));
});

test('nothing is published that was not prepared', () => {
  fc.assert(fc.property(anyStage, (stage) => mayMove(stage, 'published') === (stage === 'prepared')));
});

test('no draft goes to the town hall before every code is settled', () => {
  fc.assert(fc.property(anyStage, (stage) => mayMove(stage, 'reply') === (stage === 'settled')));
});

test('of two different stages one comes before the other', () => {
  fc.assert(
    fc.property(anyStage, anyStage, (one, other) =>
      one === other ? !isBefore(one, other) : isBefore(one, other) !== isBefore(other, one),
    ),
  );
});

test('evidence is taken until the codes are settled', () => {
  expect(stages.filter(takesEvidence)).toEqual(['evidence', 'coding', 'adjudication']);
});
