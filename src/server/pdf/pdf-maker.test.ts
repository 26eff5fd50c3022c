import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PdfMaker, type PdfLimits } from './pdf-maker.ts';

const log: { fault: unknown }[] = [];
const silent = { error: (told: { fault: unknown }) => log.push(told) };
let maker: PdfMaker | undefined;

afterEach(async () => {
  await maker?.close();
  log.length = 0;
});

function makerWith(limits: Partial<PdfLimits> = {}): PdfMaker {
  maker = new PdfMaker(silent, { program: join(import.meta.dirname, 'worker.fixture.ts'), ...limits });
  return maker;
}

const order = (template: string) => ({ template, data: {} });
const refused = { code: 'unavailable' };

test('orders are answered one after the other by one thread', async () => {
  const made = makerWith();
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => made.make(order(name))));
  expect(answers.map(([count]) => count)).toEqual([1, 2, 3]);
});

test('an order that takes too long is given up, and the next one is answered by a new thread', async () => {
  const made = makerWith({ mostTime: 2000 });
  await made.make(order('sound'));
  const [endless, next] = await Promise.allSettled([made.make(order('endless')), made.make(order('sound'))]);
  expect(endless).toMatchObject({ status: 'rejected', reason: refused });
  expect(next).toMatchObject({ status: 'fulfilled', value: new Uint8Array([1]) });
});

test('an order that brings the thread down is refused alone', async () => {
  const made = makerWith();
  const [crash, next] = await Promise.allSettled([made.make(order('crash')), made.make(order('sound'))]);
  expect(crash).toMatchObject({ status: 'rejected', reason: refused });
  expect(next).toMatchObject({ status: 'fulfilled' });
  expect(log).toMatchObject([{ fault: 'out of paper' }]);
});

test('more orders than may wait are refused at once, and are welcome again afterwards', async () => {
  const made = makerWith({ mostWaiting: 2 });
  const waiting = [made.make(order('a')), made.make(order('b'))];
  await expect(made.make(order('c'))).rejects.toMatchObject(refused);
  await Promise.all(waiting);
  await made.make(order('d'));
});

test('a machine without Typst is told what to install', async () => {
  const made = makerWith({ program: join(import.meta.dirname, 'no-typst.fixture.ts') });
  await expect(made.make(order('a'))).rejects.toMatchObject(refused);
  expect(log[0]?.fault).toContain('npm install --include=optional');
});
