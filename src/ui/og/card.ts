import { wordmark } from '../brand/wordmark.ts';
import { piecesOf } from '../charts/share.ts';
import { sectorPath } from '../status/sector.ts';
import type { StatusCount } from '../status/status.ts';
import { drawText, widthOf, wrapText, type Face } from './outline.ts';

export interface CardInput {
  title: string;
  /** What kind of page it is: 'Social Contract 2019–2023'. */
  kicker?: string | undefined;
  /** Beside the wordmark: the network's full name. */
  tagline?: string | undefined;
  /** At most three, counts first. */
  figures?: readonly { count: string; of?: string | undefined; label: string }[] | undefined;
  /** Fills the disc; without it the network's own half-filled disc stands there. */
  counts?: readonly StatusCount[] | undefined;
}

export const cardSize = { width: 1200, height: 630 } as const;

const colours = {
  paper: '#f5f5ee',
  ink: '#191d18',
  soft: '#464d44',
  accent: '#0f4a3a',
  fully: '#14503f',
  partly: '#b47410',
};
const left = 72;
const right = cardSize.width - left;
/** Where the disc stands: smaller above a row of figures, large where the page has none. */
const small = { x: right - 148, y: 322, r: 148 };
const large = { x: right - 196, y: 372, r: 196 };
const titleSizes = [76, 66, 58, 50];
const figuresTop = 448;

/** The picture of a link preview: text drawn as outlines, so that it looks the same on a machine without our fonts. */
export function drawCard({ title, kicker, tagline, figures = [], counts }: CardInput): string {
  const disc = figures.length > 0 ? small : large;
  const width = disc.x - disc.r - left - 40;
  const top = (kicker ? 218 : 196) + (figures.length > 0 ? 0 : 40);
  const bottom = figures.length > 0 ? figuresTop - 24 : cardSize.height - 48;
  const fitted = fitTitle(title, width, bottom - top);
  const lines = fitted.lines.map((line, index) =>
    drawText(line, at('display', fitted.size, left, top + fitted.size * (0.8 + index * 1.1), colours.ink)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    masthead(tagline),
    kicker ? drawText(cut(kicker, 'text', 30, width), at('text', 30, left, top - 26, colours.accent)) : '',
    ...lines,
    counts && counts.length > 0 ? shareDisc(counts, disc) : brandDisc(disc),
    ...figures.slice(0, 3).map((figure, index) => drawFigure(figure, left + index * 250)),
    '</svg>',
  ].join('');
}

interface Disc {
  x: number;
  y: number;
  r: number;
}

function at(face: Face, size: number, x: number, y: number, fill: string) {
  return { face, size, x, y, fill };
}

function masthead(tagline: string | undefined): string {
  const { letter, disc: o, half, second } = wordmark;
  const rules = `<rect x="${left}" y="124" width="${right - left}" height="6" fill="${colours.ink}"/><rect x="${left}" y="133" width="${right - left}" height="2" fill="${colours.ink}"/>`;
  const mark = `<g transform="translate(${left} 48) scale(1.75)" fill="${colours.ink}"><path d="${letter}"/><circle cx="${o.x}" cy="${o.y}" r="${o.r}" fill="none" stroke="${colours.ink}" stroke-width="${o.stroke}"/><path d="${half}"/><path d="${letter}" transform="translate(${second})"/></g>`;
  const name = tagline ? cut(tagline, 'text', 28, 760) : '';
  return mark + rules + drawText(name, at('text', 28, right - widthOf(name, 'text', 28), 88, colours.soft));
}

/** The largest size at which the title takes three lines, else the smallest on as many as there is room for. */
function fitTitle(title: string, titleWidth: number, titleHeight: number): { size: number; lines: string[] } {
  const wrapped = (size: number) => wrapText(title, { face: 'display', size, width: titleWidth });
  for (const size of titleSizes) {
    const lines = wrapped(size);
    const fits =
      lines.length <= 3 &&
      lines.length * size * 1.1 <= titleHeight &&
      lines.every((line) => widthOf(line, 'display', size) <= titleWidth);
    if (fits) return { size, lines };
  }
  const size = titleSizes.at(-1) ?? 50;
  const lines = wrapped(size);
  const most = Math.max(1, Math.floor(titleHeight / (size * 1.1)));
  const kept = lines.slice(0, most).map((line) => cut(line, 'display', size, titleWidth));
  if (lines.length > most) kept.push(cut(`${kept.pop() ?? ''} …`, 'display', size, titleWidth));
  return { size, lines: kept };
}

/** As much of the text as fits, to the end of a word, with an ellipsis where some doesn't. */
function cut(content: string, face: Face, size: number, width: number): string {
  if (widthOf(content, face, size) <= width) return content;
  const letters = [...content.replace(/ …$/, '')];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, face, size) > width) letters.pop();
  const fitting = letters.join('');
  const words = fitting.replace(/\s+\S*$/, '');
  return `${words === '' ? fitting : words}…`;
}

function drawFigure(figure: { count: string; of?: string | undefined; label: string }, x: number): string {
  const after = x + widthOf(figure.count, 'display', 64) + 14;
  const labels = wrapText(figure.label, { face: 'text', size: 24, width: 225 }).slice(0, 2);
  return [
    `<rect x="${x}" y="${figuresTop}" width="225" height="4" fill="${colours.ink}"/>`,
    drawText(figure.count, at('display', 64, x, 516, colours.ink)),
    figure.of ? drawText(figure.of, at('display', 28, after, 516, colours.soft)) : '',
    ...labels.map((label, index) =>
      drawText(cut(label, 'text', 24, 225), at('text', 24, x, 552 + index * 30, colours.ink)),
    ),
  ].join('');
}

function brandDisc({ x, y, r }: Disc): string {
  return `<circle cx="${x}" cy="${y}" r="${r * 0.865}" fill="none" stroke="${colours.accent}" stroke-width="${r * 0.27}"/><path d="${sectorPath(x, y, r, 0, 0.5)}" fill="${colours.accent}"/>`;
}

function shareDisc(counts: readonly StatusCount[], { x, y, r }: Disc): string {
  const filled = piecesOf(counts).flatMap(({ status, from, size }) =>
    status === 'fully' || status === 'partly'
      ? [
          `<path d="${sectorPath(x, y, r, from / 100, (from + size) / 100)}" fill="${colours[status]}" stroke="${colours.paper}" stroke-width="4"/>`,
        ]
      : [],
  );
  return `${filled.join('')}<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${colours.ink}" stroke-width="8"/>`;
}
