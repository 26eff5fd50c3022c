import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { blurImage, type Region } from './blur-image.ts';

const [width, height] = [120, 80];

/** Black and white stripes: what one can read. */
async function stripes(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.floor((at / 3) % width) % 4 < 2 ? 0 : 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Artist: 'Dikush' } })
    .png()
    .toBuffer();
}

async function pixelsOf(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).removeAlpha().greyscale().raw().toBuffer();
}

/** How far pixels of a part differ from each other. */
function contrast(pixels: Buffer, box: { left: number; top: number; right: number; bottom: number }): number {
  const values: number[] = [];
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) values.push(pixels[y * width + x] ?? 0);
  }
  return Math.max(...values) - Math.min(...values);
}

const half: Region = { x: 0, y: 0, width: 5000, height: 10_000 };

test('what is blurred cannot be told any more, and the rest is as it was', async () => {
  const picture = await stripes();
  const plain = await pixelsOf((await blurImage(picture, []))?.bytes ?? Buffer.alloc(0));
  const blurred = await pixelsOf((await blurImage(picture, [half]))?.bytes ?? Buffer.alloc(0));
  const [left, right] = [
    { left: 4, top: 4, right: 56, bottom: 76 },
    { left: 64, top: 4, right: 116, bottom: 76 },
  ];
  expect(contrast(plain, left)).toBeGreaterThan(200);
  expect(contrast(blurred, left)).toBeLessThan(60);
  expect(contrast(blurred, right)).toBeGreaterThan(200);
});

test('the copy has the size of the picture, and nothing that came with it', async () => {
  const copy = await blurImage(await stripes(), [half]);
  const metadata = await sharp(copy?.bytes).metadata();
  expect([metadata.width, metadata.height, metadata.exif]).toEqual([width, height, undefined]);
  expect(copy?.bytes.includes('Dikush')).toBe(false);
});

test('parts are counted in the picture as it stands upright', async () => {
  const lying = await sharp(await stripes())
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
  const copy = await blurImage(lying, [{ x: 0, y: 0, width: 10_000, height: 5000 }]);
  const metadata = await sharp(copy?.bytes).metadata();
  expect([metadata.width, metadata.height]).toEqual([height, width]);
  const pixels = await sharp(copy?.bytes).greyscale().raw().toBuffer();
  const column = Array.from({ length: width }, (_, y) => pixels[y * height + 40] ?? 0);
  const spread = (part: number[]) => Math.max(...part) - Math.min(...part);
  expect(spread(column.slice(6, 54))).toBeLessThan(90);
  expect(spread(column.slice(66, 114))).toBeGreaterThan(150);
});

test('any part of a picture can be blurred, however small or at its edge', async () => {
  const picture = await stripes();
  const region = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
    .chain(([x, y]) =>
      fc.record({
        x: fc.constant(x),
        y: fc.constant(y),
        width: fc.integer({ min: 1, max: 10_000 - x }),
        height: fc.integer({ min: 1, max: 10_000 - y }),
      }),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(region, { minLength: 1, maxLength: 4 }), async (regions) => {
      const { width: wide, height: high } = await sharp(
        (await blurImage(picture, regions))?.bytes,
      ).metadata();
      expect([wide, high]).toEqual([width, height]);
    }),
    { numRuns: 20 },
  );
});

test('what is no picture has no copy', async () => {
  expect(await blurImage(Buffer.from('text'), [half])).toBeUndefined();
});
