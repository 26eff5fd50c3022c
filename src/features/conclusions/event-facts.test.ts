import { expect, test } from 'vitest';
import { isPaperKey, paperKey, withLatestPapers } from './event-facts.ts';

function report(position: number, language = 'sq') {
  return { key: paperKey('konferenca', position), kind: 'report', language };
}

test('of papers that were made anew the last is shown, and every document that people added', () => {
  const added = ['konferenca/1', 'konferenca/2'].map((key) => ({ key, kind: 'report', language: 'sq' }));
  const documents = [...added, report(3), report(4, 'en'), report(5)];
  expect(withLatestPapers(documents)).toEqual([...added, report(4, 'en'), report(5)]);
});

test('a paper is told by its key from a document that somebody added, in every version', () => {
  expect(isPaperKey(paperKey('konferenca/v2', 4))).toBe(true);
  expect(isPaperKey('konferenca/4')).toBe(false);
});
