import { expect, test } from 'vitest';
import { Closers } from './closers.ts';

test('what was opened last is closed first, once, whoever asks', async () => {
  const closed: string[] = [];
  const closers = new Closers();
  closers.add(() => void closed.push('lock'));
  closers.add(async () => {
    await Promise.resolve();
    closed.push('database');
  });
  closers.add(() => void closed.push('web'));
  await Promise.all([closers.closeAll(), closers.closeAll()]);
  expect(closed).toEqual(['web', 'database', 'lock']);
});

test('what cannot be closed does not keep the rest open', async () => {
  const closed: string[] = [];
  const closers = new Closers();
  closers.add(() => void closed.push('database'));
  closers.add(() => Promise.reject(new Error('the web hangs')));
  await expect(closers.closeAll()).rejects.toThrow('the web hangs');
  expect(closed).toEqual(['database']);
});

test('what is still being opened learns that all is being closed', async () => {
  const closers = new Closers();
  expect([closers.isClosing, closers.signal.aborted]).toEqual([false, false]);
  const closing = closers.closeAll();
  expect([closers.isClosing, closers.signal.aborted]).toEqual([true, true]);
  await closing;
});
