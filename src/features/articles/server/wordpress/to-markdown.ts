import { decodeHTML } from 'entities';
import sanitize from 'sanitize-html';
import TurndownService from 'turndown';
import { withoutShortcodes } from '../../wordpress/shortcodes.ts';
import type { Note } from '../../wordpress/item.ts';

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});
// Markdown has no tables of its own that hold more than words: they stay as they are, without what is not allowed in them.
turndown.keep(['table']);

const blocks = /<(p|div|ul|ol|h[1-6]|blockquote|table|figure|pre|section)[\s>]/i;

/** Paragraphs as WordPress makes them of a text without any: an empty line ends one. */
function withParagraphs(html: string): string {
  if (/<p[\s>]/i.test(html)) return html;
  return html
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (blocks.test(part) ? part : `<p>${part.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}

/** Plain words of HTML; what was encoded twice by a plugin is decoded twice. */
export function wordsOf(html: string): string {
  const plain = sanitize(html, { allowedTags: [], allowedAttributes: {} });
  const once = decodeHTML(plain);
  const twice = /&(#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(once) ? decodeHTML(once) : once;
  return twice.replaceAll(/\s+/gu, ' ').trim();
}

/** A picture as it stands in a text. */
export interface TextPicture {
  src: string;
  /** Its number at the old site; '' where the text does not name it. */
  id: string;
  alt: string;
  caption: string;
}

export interface Converted {
  markdown: string;
  notes: Note[];
  galleryIds: string[];
  pictures: TextPicture[];
}

const picture = /<img\b[^>]*>(?:\s*<\/a>)?(?:\s*<figcaption\b[^>]*>([\s\S]*?)<\/figcaption>)?/gi;

function attribute(tag: string, name: string): string {
  const [, quoted, single, plain] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^"'\\s>]+))`, 'i').exec(tag) ?? [];
  return decodeHTML(quoted ?? single ?? plain ?? '').trim();
}

function picturesIn(html: string): TextPicture[] {
  return [...html.matchAll(picture)].map(([tag, caption = '']) => ({
    src: attribute(tag, 'src'),
    id: /\bwp-image-(\d+)/.exec(attribute(tag, 'class'))?.[1] ?? '',
    alt: wordsOf(attribute(tag, 'alt')),
    caption: wordsOf(caption),
  }));
}

const count = (html: string, tag: RegExp) => (html.match(tag) ?? []).length;

/** The text of a post as Markdown. Pictures and embeds are left out of it and told of. */
export function toMarkdown(content: string): Converted {
  const { html, names, galleryIds } = withoutShortcodes(content.replaceAll(/<!--[\s\S]*?-->/g, ''));
  const pictures = picturesIn(html).filter(({ src }) => src !== '');
  const embeds = count(html, /<(iframe|object|embed|video|audio|script|form)\b/gi);
  const clean = sanitize(withParagraphs(html), {
    allowedTags: [
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'div',
      'ul',
      'ol',
      'li',
      'strong',
      'b',
      'em',
      'i',
      'a',
      'blockquote',
      'code',
      'pre',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'hr',
      'br',
    ],
    allowedAttributes: { a: ['href'], th: ['scope'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: { h1: 'h2', h5: 'h4', h6: 'h4' },
  });
  // A plugin that encoded the text once too often left '&amp;nbsp;'.
  const once = clean.replaceAll(/&amp;(?=(#\d+|#x[\da-f]+|[a-z]{2,8});)/gi, '&');
  const markdown = turndown
    .turndown(once)
    .replaceAll('\u00A0', ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const notes: Note[] = [
    ...(names.length > 0 ? [{ code: 'shortcodes' as const, value: names.join(', ') }] : []),
    ...(embeds > 0 ? [{ code: 'embeds' as const, value: String(embeds) }] : []),
    ...(/\uFFFD/.test(markdown) ? [{ code: 'damaged' as const }] : []),
  ];
  return { markdown, notes, galleryIds, pictures };
}
