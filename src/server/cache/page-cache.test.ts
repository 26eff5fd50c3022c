import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageCache } from './page-cache.ts';
import { StoredAnswer } from './stored-answer.ts';

function page(key: string, size: number): StoredAnswer {
  return new StoredAnswer(key, '1', { body: Buffer.alloc(size, 'a'), contentType: 'text/html' }, [], 0);
}

test('whatever is stored and prepared, the memory given is not exceeded', async () => {
  const action = fc.record({
    key: fc.integer({ min: 0, max: 20 }),
    size: fc.integer({ min: 0, max: 20_000 }),
    prepare: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
      const cache = new PageCache(50_000);
      for (const { key, size, prepare } of actions) {
        const answer = page(`/sq/${key}`, size);
        cache.store(answer);
        if (prepare) await answer.prepare('gzip');
        expect(cache.bytes).toBeLessThanOrEqual(50_000);
      }
      expect(cache.bytes > 0).toBe(cache.size > 0);
    }),
    { numRuns: 50 },
  );
});

test('the page that was longest unread leaves first', () => {
  const cache = new PageCache(40_000);
  for (const name of ['a', 'b', 'c']) cache.store(page(`/sq/${name}`, 10_000));
  cache.find('/sq/a');
  cache.store(page('/sq/d', 10_000));
  expect(['a', 'b', 'c', 'd'].filter((name) => cache.find(`/sq/${name}`))).toEqual(['a', 'c', 'd']);
});

test('a page stored again replaces the one before', async () => {
  const cache = new PageCache(100_000);
  const before = page('/sq', 10_000);
  cache.store(before);
  cache.store(page('/sq', 20_000));
  const { bytes } = cache;
  // Somebody may still be waiting for an encoding of the replaced page.
  await before.prepare('br');
  expect([cache.size, cache.bytes]).toEqual([1, bytes]);
});

test('an encoding is prepared once, however many wait for it', async () => {
  const answer = page('/sq', 10_000);
  const [first, second] = await Promise.all([answer.prepare('br'), answer.prepare('br')]);
  expect(first).toBe(second);
  expect(answer.ready('br')).toBe(first);
});

test('what is compressed already is not compressed again', async () => {
  const image = new StoredAnswer(
    '/sq/card.png',
    '1',
    { body: Buffer.alloc(5000), contentType: 'image/png' },
    [],
    0,
  );
  const { head, body } = await image.prepare('br');
  expect(body).toHaveLength(5000);
  expect(head.text).not.toMatch(/content-encoding|vary/);
});
