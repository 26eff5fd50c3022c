import { wordmark } from '#ui/brand/wordmark.ts';

/** The name as a picture for print. */
export function wordmarkSvg(): string {
  const { width, height, letter, disc, half, second } = wordmark;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="#191d18"><path d="${letter}"/>` +
    `<circle cx="${disc.x}" cy="${disc.y}" r="${disc.r}" fill="none" stroke="#191d18" stroke-width="${disc.stroke}"/>` +
    `<path d="${half}"/><path transform="translate(${second})" d="${letter}"/></svg>`
  );
}
