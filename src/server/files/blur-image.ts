import sharp from 'sharp';
import { cleanImage } from './clean-image.ts';

/** A part of a picture as it stands upright, in hundredths of a percent of its width and height. */
export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

const whole = 10_000;
/** Of what is blurred, so many fields remain along its longer side: too few to tell a face, a number or a word. */
const fields = 6;

/**
 * The public copy of a picture with parts of it made unknowable: what stood there is gone from the copy, and no sharpening
 * brings it back.
 * @returns undefined where the bytes are not a picture that can be drawn
 */
export async function blurImage(
  path: string | Buffer,
  regions: readonly Region[],
): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
  const clean = await cleanImage(path);
  if (!clean || regions.length === 0) return clean;
  const { width, height } = await sharp(clean.bytes).metadata();
  const covers = await Promise.all(
    regions.map(async (region) => {
      const box = boxOf(region, width, height);
      // Smaller than it was, then as large again: each field is the mean of what was there.
      const scale = fields / Math.max(box.width, box.height);
      const few = await sharp(clean.bytes)
        .extract(box)
        .flatten({ background: '#888' })
        .resize({
          width: Math.max(1, Math.round(box.width * Math.min(1, scale))),
          height: Math.max(1, Math.round(box.height * Math.min(1, scale))),
          fit: 'fill',
          kernel: 'linear',
        })
        .png()
        .toBuffer();
      const input = await sharp(few)
        .resize({ width: box.width, height: box.height, fit: 'fill', kernel: 'nearest' })
        .png()
        .toBuffer();
      return { input, left: box.left, top: box.top };
    }),
  );
  const drawn = sharp(clean.bytes).composite(covers);
  const isFlat = clean.mediaType === 'image/jpeg';
  const bytes = await (
    isFlat ? drawn.jpeg({ quality: 82, mozjpeg: true }) : drawn.webp({ quality: 85 })
  ).toBuffer();
  return { bytes, mediaType: clean.mediaType };
}

/** In pixels: whatever a region touches is in it. */
function boxOf({ x, y, width, height }: Region, imageWidth: number, imageHeight: number) {
  const left = Math.min(imageWidth - 1, Math.floor((x / whole) * imageWidth));
  const top = Math.min(imageHeight - 1, Math.floor((y / whole) * imageHeight));
  const right = Math.min(imageWidth, Math.max(left + 1, Math.ceil(((x + width) / whole) * imageWidth)));
  const bottom = Math.min(imageHeight, Math.max(top + 1, Math.ceil(((y + height) / whole) * imageHeight)));
  return { left, top, width: right - left, height: bottom - top };
}
