import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

test('markdown becomes HTML in each language that has text', () => {
  expect(renderMarkdown({ sq: '# Titull\n\nTekst **i fortë**.', en: '' })).toEqual({
    sq: '<h2>Titull</h2>\n<p>Tekst <strong>i fortë</strong>.</p>\n',
  });
});

test('no script, handler or foreign scheme survives', () => {
  const { en = '' } = renderMarkdown({
    en: '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) <a href="#" onclick="x()">y</a>',
  });
  expect(en).not.toMatch(/script|onerror|onclick|javascript:|<img/i);
  expect(en).toContain('<a href="#">y</a>');
});

test('any text renders to HTML without a script element', () => {
  fc.assert(
    fc.property(fc.string(), (text) => !/<script/i.test(renderMarkdown({ en: `${text}<script>` }).en ?? '')),
  );
});
