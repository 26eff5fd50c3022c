import sharp from 'sharp';

/** Pictures that have a public copy by themselves; of other files, people decide. */
export const cleanableTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

const longestSide = 2560;
/** A small file may unfold into more than memory holds. */
const mostPixels = 100_000_000;

/**
 * Draws a picture anew: upright, no larger than a screen shows, without place, time, camera, comments or anything else
 * that came with it.
 * @returns undefined where the bytes are not a picture that can be drawn
 */
export async function cleanImage(
  path: string | Buffer,
): Promise<{ bytes: Buffer; mediaType: string } | undefined> {
  try {
    const image = sharp(path, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const { format } = await image.metadata();
    // Drawings and what is seen through would suffer as JPEG.
    const isFlat = format === 'jpeg';
    const bytes = await (
      isFlat ? image.jpeg({ quality: 82, mozjpeg: true }) : image.webp({ quality: 85 })
    ).toBuffer();
    return { bytes, mediaType: isFlat ? 'image/jpeg' : 'image/webp' };
  } catch {
    return undefined;
  }
}
