import { expect, test } from 'vitest';
import { idsOf, recordKeys } from './content.fixture.ts';
import { readCandidates, readComments, readContract, readEarlierTexts, readVote } from './contract.ts';
import { readListening } from './listening.ts';

const { priorities, components, versions } = readContract('');

test('the contract has 12 priorities with 30 components, in two versions', () => {
  expect(priorities).toHaveLength(12);
  expect(components).toHaveLength(30);
  expect(versions.map(({ number }) => number)).toEqual([1, 2]);
});

test.each(['', 'half-way/'] as const)(
  '%s: every priority comes from a candidate and has components',
  (part) => {
    const { priorities: own, components: parts } = readContract(part);
    const candidates = idsOf(readCandidates(part));
    for (const { id, candidate } of own) {
      expect(candidates).toContain(candidate);
      expect(parts.filter(({ priority }) => priority === id).length).toBeGreaterThan(0);
    }
    for (const { priority } of parts) expect(idsOf(own)).toContain(priority);
    expect(new Set(own.map(({ candidate }) => candidate)).size).toBe(own.length);
  },
);

test('the priorities are the twelve that most ballots approved of, in that order; no count exceeds its ballots', () => {
  const { candidates, polls } = readVote();
  const byVotes = candidates.toSorted((a, b) => b.library + b.market - (a.library + a.market));
  expect(priorities.map(({ candidate }) => candidate)).toEqual(idsOf(byVotes).slice(0, 12));
  for (const { id, ballots } of polls) {
    for (const candidate of candidates) expect(candidate[id]).toBeLessThanOrEqual(ballots);
  }
});

test('what is listed names units of the record; what is not, names none', () => {
  const units = recordKeys('administrative-units');
  for (const { coverage, places } of priorities) {
    expect(places.length > 0).toBe(coverage === 'listed');
    for (const place of places) expect(units).toContain(place.split(':')[0]);
  }
});

test('one priority cannot be tested, and says why it stays; every other component says what would show it done', () => {
  const isUntestable = (id: string) =>
    components.filter(({ priority }) => priority === id).every(({ testable }) => testable === 'no');
  const untested = priorities.filter(({ id }) => isUntestable(id));
  expect(untested).toHaveLength(1);
  for (const { id, untested_reason_sq, untested_reason_en } of priorities) {
    expect([untested_reason_sq !== '', untested_reason_en !== '']).toEqual([
      isUntestable(id),
      isUntestable(id),
    ]);
  }
  for (const { testable, shown_by_sq, shown_by_en } of components) {
    expect([shown_by_sq !== '', shown_by_en !== '']).toEqual([testable !== 'no', testable !== 'no']);
  }
});

test('the untested priority tells as many needs and sessions as there are behind it', () => {
  const own = readListening('').needs.filter(({ candidate }) => candidate === 'vaji-i-ullimares');
  expect(own).toHaveLength(11);
  expect(new Set(own.map(({ session }) => session)).size).toBe(5);
});

test('earlier texts and comments are about priorities and components that there are', () => {
  for (const { kind, of } of readEarlierTexts())
    expect(idsOf(kind === 'priority' ? priorities : components)).toContain(of);
  const comments = readComments();
  for (const { priority, thread } of comments) {
    if (priority !== '') expect(idsOf(priorities)).toContain(priority);
    if (thread !== '') expect(idsOf(comments.filter((one) => one.thread === ''))).toContain(thread);
  }
});
