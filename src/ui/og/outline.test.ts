import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawText, widthOf, wrapText } from './outline.ts';

const how = { size: 40, x: 0, y: 0, fill: '#000' } as const;

test('Albanian needs no font of the machine, in either face', () => {
  for (const face of ['display', 'text'] as const) {
    expect(drawText('Çfarë u bë në Gjirokastër, “2019–2023”… ËÇëç', { ...how, face })).not.toContain('<text');
  }
});

test('a letter made of two code points is drawn as one', () => {
  expect(drawText('e\u0308', { ...how, face: 'text' })).toBe(drawText('ë', { ...how, face: 'text' }));
});

test('a letter that the face lacks is left to the machine, escaped', () => {
  expect(drawText('Ж', { ...how, face: 'text' })).toContain('>Ж</text>');
  expect(drawText('\u0001', { ...how, face: 'text' })).not.toContain('\u0001');
});

test('pairs of letters are kerned', () => {
  expect(widthOf('AV', 'text', 1000)).toBeLessThan(widthOf('A', 'text', 1000) + widthOf('V', 'text', 1000));
});

test('lines keep every word in order and within the width, as long as one word fits', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zëç]{1,12}$/), { maxLength: 30 }), (words) => {
      const lines = wrapText(words.join(' '), { face: 'display', size: 20, width: 300 });
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(widthOf(line, 'display', 20)).toBeLessThanOrEqual(300);
    }),
  );
});
