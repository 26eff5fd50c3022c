import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from './support/browser.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 780 } };

describe('charts', () => {
  test('every piece of a bar has its count under it, however thin the piece', async () => {
    const page = await browser.open(`${inject('demo')}/en/monitoring`, phone);
    const bars = await page.evaluate(() =>
      [...document.querySelectorAll('.bars > li:has(.bar)')].map((bar) => ({
        pieces: bar.querySelectorAll('.piece').length,
        counts: bar.querySelectorAll('.bar-counts > li').length,
      })),
    );
    expect(bars.length).toBeGreaterThan(0);
    expect(bars.filter(({ pieces, counts }) => pieces === 0 || pieces !== counts)).toEqual([]);
  });

  test('years under a line do not run into each other on a phone', async () => {
    const page = await browser.open(`${inject('demo')}/en/municipalities/luginze`, phone);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('.slope .axis-text')].map((text) => {
        const { left, right } = text.getBoundingClientRect();
        return { left, right };
      }),
    );
    expect(boxes.length).toBeGreaterThan(4);
    expect(boxes.filter(({ left }, place) => left < (boxes[place - 1]?.right ?? 0))).toEqual([]);
  });

  test('a line breaks where the next mandate begins', async () => {
    const page = await browser.open(`${inject('demo')}/en/municipalities/luginze`);
    const drawn = await page.evaluate(() => ({
      points: document.querySelectorAll('.slope-point').length,
      lines: document.querySelectorAll('.slope-line').length,
    }));
    // Two mandates: one line less between the points than a single line would have.
    expect(drawn.lines).toBe(drawn.points - 2);
  });
});
