import { expect, test } from 'vitest';
import { foldText, idsOf, recordKeys } from './content.fixture.ts';
import { readCandidates } from './contract.ts';
import { readListening } from './listening.ts';

const parts = ['', 'half-way/'] as const;
const whole = readListening('');

test('the whole half-cycle has 12 sessions, 300 needs and 40 candidates', () => {
  expect(whole.sessions).toHaveLength(12);
  expect(whole.needs).toHaveLength(300);
  expect(readCandidates('')).toHaveLength(40);
});

test.each(parts)('%s: every need belongs to a session, a unit of the record and a candidate', (part) => {
  const { sessions, needs } = readListening(part);
  const units = recordKeys('administrative-units');
  const candidates = idsOf(readCandidates(part));
  for (const { session, unit, candidate } of needs) {
    expect(idsOf(sessions)).toContain(session);
    if (unit !== '') expect(units).toContain(unit);
    if (candidate !== '') expect(candidates).toContain(candidate);
  }
  for (const { unit } of sessions) if (unit !== '') expect(units).toContain(unit);
});

test('each of the 300 needs is in one candidate or set aside with a reason; no candidate is empty', () => {
  for (const { candidate, set_aside } of whole.needs)
    expect((candidate === '') !== (set_aside === '')).toBe(true);
  expect(whole.needs.filter(({ set_aside }) => set_aside !== '')).toHaveLength(15);
  const used = new Set(whole.needs.map(({ candidate }) => candidate));
  for (const { id } of readCandidates('')) expect(used).toContain(id);
});

test.each(parts)('%s: sex and age band of those who came add up to everyone; no group is larger', (part) => {
  const { sessions, attendance } = readListening(part);
  for (const { id, participants } of sessions) {
    const own = attendance.filter(({ session }) => session === id);
    const people = (rows: typeof own) => rows.reduce((sum, row) => sum + row.people, 0);
    expect(people(own.filter(({ sex }) => sex !== ''))).toBe(participants ?? 0);
    for (const group of own.filter(({ social_group }) => social_group !== ''))
      expect(group.people).toBeLessThanOrEqual(participants ?? 0);
  }
});

test('people say the same in other words: no two needs are alike, many share most of their words', () => {
  expect(new Set(whole.needs.map(({ statement }) => statement)).size).toBe(whole.needs.length);
  const words = whole.needs.map(
    ({ statement }) =>
      new Set(
        foldText(statement)
          .split(' ')
          .filter((word) => word.length > 3),
      ),
  );
  const near = words.filter((one) =>
    words.some((other) => other !== one && one.intersection(other).size / one.union(other).size >= 0.3),
  );
  expect(near.length / whole.needs.length).toBeGreaterThan(0.2);
});

test('nobody is recorded before the first start, except by plan', () => {
  for (const part of parts) {
    for (const { state, day } of readListening(part).sessions)
      if (state !== 'planned') expect(day).toBeLessThan(0);
  }
});
