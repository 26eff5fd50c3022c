import { expect, test } from 'vitest';
import { statementName } from './prepared-statements.ts';

test('a statement keeps its name, and no other has it', () => {
  expect(statementName('SELECT $1')).toBe(statementName('SELECT $1'));
  expect(statementName('SELECT $1')).not.toBe(statementName('SELECT $2'));
});

test('odd statements without end get no names, and known ones keep theirs', () => {
  const known = statementName('SELECT $1');
  const names = Array.from({ length: 1_000 }, (_, index) => statementName(`SELECT ${index}, $1`));
  expect(names.at(-1)).toBeUndefined();
  expect(statementName('SELECT $1')).toBe(known);
});
