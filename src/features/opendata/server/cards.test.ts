import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPageCard } from './cards.ts';
import { useRecord } from './record.fixture.ts';

const { app } = useRecord('real');

test.each([
  'home',
  'municipalities',
  'contracts',
  'monitoring',
  'municipalities/fier',
  'municipalities/belsh',
  'contracts/fier-2019',
  'priorities/fier-2019-1',
])('%s has a picture of the size that link previews ask for', async (path) => {
  const { format, width, height } = await sharp(await drawPageCard(app(), 'sq', path)).metadata();
  expect([format, width, height]).toEqual(['png', 1200, 630]);
});

test.each([
  '',
  'x',
  'municipalities/',
  'municipalities/nobody',
  'priorities/nobody',
  'contracts/a/b',
  'home/x',
])('there is no picture of %j', async (path) => {
  await expect(drawPageCard(app(), 'sq', path)).rejects.toThrow('not-found');
});
