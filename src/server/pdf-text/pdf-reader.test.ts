import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { pdfOf } from '#testing/factories-library.ts';
import { PdfReader, type ReadingLimits } from './pdf-reader.ts';
import { textOf } from './text-of.ts';

const readerOf = (limits: Partial<ReadingLimits> = {}) => new PdfReader(limits);
const stuck = join(import.meta.dirname, 'stuck.fixture.ts');

test('each page with a text is read, and those without are counted', async () => {
  const pdf = pdfOf(['Faqja e par\u00eb', '', 'E treta']);
  expect(await readerOf().read(Readable.from([pdf]))).toEqual({
    kind: 'read',
    pages: 3,
    texts: [
      { page: 1, text: 'Faqja e par\u00eb' },
      { page: 3, text: 'E treta' },
    ],
  });
});

test('no more text is read than wanted', async () => {
  const reading = await readerOf({ mostText: 8 }).read(Readable.from([pdfOf(['12345', '67890', 'abc'])]));
  expect(reading).toMatchObject({ texts: [{ text: '12345' }, { text: '678' }] });
});

test('a file that takes too long, or is none, is unreadable', async () => {
  expect(await readerOf({ mostTime: 300, program: stuck }).read(Readable.from([pdfOf(['a'])]))).toEqual({
    kind: 'unreadable',
  });
  expect(await readerOf().count(Readable.from([Buffer.from('%PDF-1.7 x')]))).toBeUndefined();
});

test('what a line divides is one word, and marks and letters are one sign', () => {
  const item = (str: string, hasEOL = false) => ({ str, hasEOL });
  expect(
    textOf([item('ujë-', true), item('sjellës'), { type: 'beginMarkedContent' }, item('  i\u00a0ri', true)]),
  ).toBe('ujësjellës i ri');
  expect(textOf([item('e\u0308 c\u0327\u0000')])).toBe('ë ç');
});
