import { marked } from 'marked';
import sanitize from 'sanitize-html';
import { languages, type Localised } from '#i18n/languages.ts';

const allowed: sanitize.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
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
  // The page has one h1: a heading of the text begins a level below.
  transformTags: { h1: 'h2' },
};

/** Markdown of the record as HTML that can carry no script, style or picture from elsewhere, in each language it has. */
export function renderMarkdown(text: Localised): Localised {
  const rendered: Localised = {};
  for (const language of languages) {
    const source = text[language];
    if (source) rendered[language] = sanitize(marked.parse(source, { async: false, gfm: true }), allowed);
  }
  return rendered;
}
