import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmpty, readAnswers } from './answers.ts';
import { moveQuestion, nextQuestionId, questionList, type Question } from './question.ts';
import { countAnswers } from './results.ts';
import { questionOf, typedOf, typedQuestion } from './schema.ts';
import { stageOn } from './state.ts';

const option = (id: string) => ({ id, text: { sq: id } });
const common = { text: { sq: 'Pyetja' }, required: false };
const one: Question = {
  ...common,
  id: 'q1',
  kind: 'choice',
  choose: 'one',
  options: [option('o1'), option('o2'), option('o3')],
};
const many: Question = { ...one, id: 'q2', choose: 'many' };
const scale: Question = {
  ...common,
  id: 'q3',
  kind: 'scale',
  least: 1,
  most: 5,
  leastLabel: {},
  mostLabel: {},
};
const written: Question = { ...common, id: 'q4', kind: 'text' };
const all = [one, many, scale, written];

describe('reading a filled-in form', () => {
  test('each kind of question is read by its id', () => {
    const typed = { q1: 'o2', q2: ['o1', 'o3', 'o1'], q3: '4', q4: ' Rruga ' };
    expect(readAnswers(all, typed)).toEqual({
      answers: { q1: ['o2'], q2: ['o1', 'o3'], q3: 4 },
      texts: [{ question: 'q4', body: 'Rruga' }],
      faults: [],
    });
  });

  test('what is not there is no answer, unless it must be', () => {
    expect(isEmpty(readAnswers(all, { q4: '  ' }))).toBe(true);
    const required = all.map((question) => ({ ...question, required: true }));
    expect(readAnswers(required, {}).faults.map(({ field, key }) => [field, key])).toEqual(
      ['q1', 'q2', 'q3', 'q4'].map((id) => [id, 'form.fault.missing']),
    );
  });

  test.each([
    ['an option that is not there', { q1: 'o9' }, 'q1'],
    ['two of one', { q1: ['o1', 'o2'] }, 'q1'],
    ['a value outside the scale', { q3: '6' }, 'q3'],
    ['no number', { q3: 'x' }, 'q3'],
    ['a text without end', { q4: 'x'.repeat(2001) }, 'q4'],
  ])('%s is told at its question', (_, typed, field) => {
    expect(readAnswers(all, typed).faults).toMatchObject([{ field }]);
  });
});

describe('counting', () => {
  test('shares of one choice sum to 100; of many, each is of those who answered', () => {
    const given = [{ q1: ['o1'], q2: ['o1', 'o2'] }, { q1: ['o2'], q2: ['o1'] }, { q1: ['o3'] }, {}];
    expect(countAnswers([one, many], given)).toEqual([
      {
        question: 'q1',
        n: 3,
        counted: [
          { value: 'o1', count: 1, percent: 34 },
          { value: 'o2', count: 1, percent: 33 },
          { value: 'o3', count: 1, percent: 33 },
        ],
      },
      {
        question: 'q2',
        n: 2,
        counted: [
          { value: 'o1', count: 2, percent: 100 },
          { value: 'o2', count: 1, percent: 50 },
          { value: 'o3', count: 0, percent: 0 },
        ],
      },
    ]);
  });

  test('of any answers, counts of one choice and of a scale sum to n and their shares to 100', () => {
    const answer = fc.record(
      { q1: fc.constantFrom('o1', 'o2', 'o3').map((chosen) => [chosen]), q3: fc.integer({ min: 1, max: 5 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 120 }), (given) => {
        for (const { n, counted } of countAnswers([one, scale], given)) {
          expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(n);
          const percents = counted.reduce((sum, { percent }) => sum + percent, 0);
          expect(percents).toBeCloseTo(n === 0 ? 0 : 100, 6);
          if (n < 50) for (const { percent } of counted) expect(Number.isInteger(percent)).toBe(true);
        }
      }),
    );
  });
});

describe('building', () => {
  const typed = { version: '1', textSq: 'Pyetja', optionsSq: 'Po\nJo', optionsEn: 'Yes\nNo' };

  test.each(['one', 'many', 'scale', 'text'])(
    'a question of kind %s is the same after it was shown',
    (kind) => {
      const question = questionOf(typedQuestion.parse({ ...typed, kind }), 'q7');
      expect(questionList.parse(JSON.parse(JSON.stringify([question])))).toEqual([question]);
      const again = typedQuestion.parse({ version: '1', ...typedOf(question) });
      expect(questionOf(again, 'q7')).toEqual(question);
    },
  );

  test.each([
    ['one option alone', { optionsSq: 'Po', optionsEn: '' }, 'optionsSq'],
    ['a translation of half of the options', { optionsEn: 'Yes' }, 'optionsEn'],
    ['a scale that ends where it begins', { kind: 'scale', least: '5', most: '5' }, 'most'],
  ])('%s is refused', (_, changed, field) => {
    const parsed = typedQuestion.safeParse({ ...typed, kind: 'one', ...changed });
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });

  test('a question moves by one and not beyond the ends', () => {
    const order = (questions: readonly Question[]) => questions.map(({ id }) => id).join(' ');
    expect(order(moveQuestion(all, 'q2', -1))).toBe('q2 q1 q3 q4');
    expect(order(moveQuestion(all, 'q1', -1))).toBe('q1 q2 q3 q4');
    expect(order(moveQuestion(all, 'q4', 1))).toBe('q1 q2 q3 q4');
    expect(nextQuestionId([one, scale])).toBe('q4');
  });
});

test('a questionnaire is open from its first day to the end of its last', () => {
  const days = { state: 'open', opensOn: '2026-11-10', closesOn: '2026-11-20' } as const;
  const stages = ['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map((day) => stageOn(days, day));
  expect(stages).toEqual(['ahead', 'open', 'open', 'closed']);
  expect(stageOn({ ...days, state: 'draft' }, '2026-11-15')).toBe('draft');
});
