import type { Status } from '#features/monitoring/status.ts';

const [width, height] = [600, 24];

/** Dark for what was done, hatched or empty for what was not or is not known: told apart in grey print too. */
const looks: Readonly<Record<Status, string>> = {
  fully: 'fill="#14503f"',
  partly: 'fill="#8fb8a5"',
  not: 'fill="#ffffff" stroke="#191d18"',
  'no-data': 'fill="#ffffff" stroke="#191d18" stroke-dasharray="4 3"',
  'not-assessed': 'fill="#e9eee4"',
  'not-assessable': 'fill="none"',
};

/** A bar of shares as a drawing for print; the words for those who don't see it stand with it. */
export function shareBarSvg(counts: readonly { status: Status; count: number }[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const pieces = counts.flatMap(({ status, count }) => {
    if (count === 0) return [];
    const size = (count * width) / total;
    const piece = `<rect x="${from.toFixed(2)}" y="1" width="${size.toFixed(2)}" height="${height - 2}" ${looks[status]}/>`;
    from += size;
    return [piece];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${pieces.join('')}</svg>`;
}
