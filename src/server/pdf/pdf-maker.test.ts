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

test('one thread answers its orders one after the other', async () => {
  const made = makerWith({ threads: 1 });
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => made.make(order(name))));
  expect(answers.map(([count]) => count)).toEqual([1, 2, 3]);
});

test('an order that takes long keeps the others back no more where there are two threads', async () => {
  const made = makerWith({ threads: 2, mostTime: 2000 });
  await Promise.all([made.make(order('a')), made.make(order('b'))]);
  const ended: string[] = [];
  const ask = (name: string) =>
    made.make(order(name)).then(
      () => ended.push(name),
      () => ended.push(name),
    );
  await Promise.all(['endless', 'a', 'b', 'c'].map(ask));
  expect(ended).toEqual(['a', 'b', 'c', 'endless']);
});

test('a second thread is started only while the first one is at work', async () => {
  const made = makerWith({ threads: 2 });
  expect([await made.make(order('a')), await made.make(order('b'))]).toEqual([
    new Uint8Array([1]),
    new Uint8Array([2]),
  ]);
});

test('an order that takes too long is given up, and the next one is answered by a new thread', async () => {
  const made = makerWith({ threads: 1, mostTime: 2000 });
  await made.make(order('sound'));
  const [endless, next] = await Promise.allSettled([made.make(order('endless')), made.make(order('sound'))]);
  expect(endless).toMatchObject({ status: 'rejected', reason: refused });
  expect(next).toMatchObject({ status: 'fulfilled', value: new Uint8Array([1]) });
});

test('an order that brings the thread down is refused alone', async () => {
  const made = makerWith({ threads: 1 });
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
