import { expect, test } from 'vitest';
import { qrShape, qrSvg } from './qr-code.ts';

test('the path draws the three corner marks inside a quiet zone of four squares', () => {
  const { size, path } = qrShape('https://pop.example.org/sq');
  expect(path.startsWith('M4 4h7v1H4z')).toBe(true);
  expect(path).toContain(`M${size - 11} 4h7v1H${size - 11}z`);
  expect(path).toContain(`M4 ${size - 5}h7v1H4z`);
  expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
});

test('other addresses give other codes, the same address the same', () => {
  expect(qrSvg('https://a.example/1')).toBe(qrSvg('https://a.example/1'));
  expect(qrSvg('https://a.example/1')).not.toBe(qrSvg('https://a.example/2'));
});

test('a text that no phone would read from paper is refused', () => {
  expect(() => qrShape('x'.repeat(801))).toThrow('not legible');
});
