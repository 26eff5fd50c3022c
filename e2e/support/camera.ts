import { writeFile } from 'node:fs/promises';
import { encode } from 'uqr';

const width = 320;
const height = 240;
/** Points of the picture for each square of a code. */
const scale = 6;
const perSecond = 10;

/** The light of each point of a picture that shows a code in its middle; without one, an empty wall. */
function lightOf(code: string): Uint8Array {
  const light = new Uint8Array(width * height).fill(235);
  if (code === '') return light;
  const { data, size } = encode(code, { ecc: 'M', border: 2 });
  const left = (width - size * scale) >> 1;
  const top = (height - size * scale) >> 1;
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)]) light[(top + y) * width + left + x] = 16;
    }
  }
  return light;
}

/**
 * Writes what a browser's camera sees (Chromium's `--use-file-for-fake-video-capture`), as YUV4MPEG2: each code is held up for so many
 * tenths of a second, one after the other and from the beginning again; '' is an empty wall.
 */
export async function writeFilm(
  path: string,
  scenes: readonly { code: string; tenths: number }[],
): Promise<void> {
  const grey = new Uint8Array((width * height) / 2).fill(128);
  const frames = scenes.flatMap(({ code, tenths }) => {
    const frame = [Buffer.from('FRAME\n'), lightOf(code), grey];
    return Array.from({ length: tenths }, () => frame).flat();
  });
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, ...frames]));
}
