import { expect, test } from 'vitest';
import { VersionGate } from './version-gate.ts';

/** A database whose answers are given by hand; `begun` counts the questions that reached it. */
function handOperated() {
  const answers: ((version: string | undefined) => void)[] = [];
  const gate = new VersionGate(() => new Promise((resolve) => answers.push(resolve)));
  return { gate, answers };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('those who ask in one turn share one check', async () => {
  const { gate, answers } = handOperated();
  const asked = [gate.current(), gate.current(), gate.current()];
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]?.('7');
  expect(await Promise.all(asked)).toEqual(['7', '7', '7']);
});

test('who asks while a check runs is answered by the next one, which began after', async () => {
  const { gate, answers } = handOperated();
  const early = gate.current();
  await turn();
  const late = gate.current();
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]?.('7');
  expect(await early).toBe('7');
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]?.('8');
  expect(await late).toBe('8');
});

test('a check that fails is told to those who waited for it, and the next one is tried', async () => {
  const { gate, answers } = handOperated();
  const first = gate.current();
  await turn();
  answers[0]?.(undefined);
  expect(await first).toBeUndefined();
  const second = gate.current();
  await turn();
  answers[1]?.('8');
  expect(await second).toBe('8');
});

test('who asks while others are answered joins those who asked while the check ran', async () => {
  const { gate, answers } = handOperated();
  const first = gate.current();
  await turn();
  const during = gate.current();
  answers[0]?.('7');
  await first;
  const after = gate.current();
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]?.('8');
  expect(await Promise.all([during, after])).toEqual(['8', '8']);
});
