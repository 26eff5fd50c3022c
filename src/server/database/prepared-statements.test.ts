import { expect, test } from 'vitest';
import { createNaming } from './prepared-statements.ts';

test('a statement keeps its name, and no other has it', () => {
  const nameOf = createNaming();
  expect(nameOf('SELECT $1')).toBe(nameOf('SELECT $1'));
  expect(nameOf('SELECT $1')).not.toBe(nameOf('SELECT $2'));
});

test('odd statements without end get no names, and known ones keep theirs', () => {
  const nameOf = createNaming(10);
  const known = nameOf('SELECT $1');
  const names = Array.from({ length: 20 }, (_, index) => nameOf(`SELECT ${index}, $1`));
  expect([names[8], names[9]]).toEqual([expect.any(String), undefined]);
  expect(nameOf('SELECT $1')).toBe(known);
});
