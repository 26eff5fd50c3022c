import { expect, test } from 'vitest';
import { belongsTo, wayTo } from './reach.ts';

const references = new Map([
  ['status', [{ column: 'priority_id', table: 'priority', optional: false }]],
  ['reply', [{ column: 'priority_id', table: 'priority', optional: true }]],
  ['event', [{ column: 'municipality_id', table: 'municipality', optional: true }]],
  ['priority', [{ column: 'contract_id', table: 'contract', optional: false }]],
  ['contract', [{ column: 'municipality_id', table: 'municipality', optional: false }]],
  ['municipality', [{ column: 'county_id', table: 'county', optional: false }]],
]);

test('a row belongs to what its references lead to', () => {
  expect(belongsTo(references, 'status', 'municipality', '$2')).toBe(
    't.priority_id IN (SELECT id FROM priority WHERE contract_id IN (SELECT id FROM contract WHERE municipality_id IN (SELECT id FROM municipality WHERE key = $2)))',
  );
  expect(belongsTo(references, 'contract', 'municipality', '$2')).toBe(
    't.municipality_id IN (SELECT id FROM municipality WHERE key = $2)',
  );
  expect(belongsTo(references, 'contract', 'contract', '$2')).toBe('t.key = $2');
});

test('a reference that may be empty leads no farther, but from a municipality to its county', () => {
  expect(wayTo(references, 'reply', 'priority')).toHaveLength(1);
  expect(wayTo(references, 'reply', 'contract')).toBeUndefined();
  expect(wayTo(references, 'event', 'county')).toHaveLength(2);
});

test('what no reference leads to is no filter', () => {
  expect(wayTo(references, 'county', 'municipality')).toBeUndefined();
});
