import { marked, type Token } from 'marked';

/** A piece of a text for paper: what Markdown says, as plain words that no template reads as markup. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

/** The blocks of a Markdown text. What paper has no form for (tables, code) stands as it was typed. */
export function blocksOf(markdown: string): Block[] {
  return marked.lexer(markdown).flatMap(blockOf);
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'space':
    case 'hr':
      return [];
    case 'heading':
      return [{ kind: 'heading', text: wordsOf(token) }];
    case 'list': {
      const { ordered, items } = token;
      return [
        {
          kind: 'list',
          ordered: ordered === true,
          items: Array.isArray(items) ? items.map((item: Token) => wordsOf(item)) : [],
        },
      ];
    }
    case 'blockquote':
      return (token.tokens ?? []).flatMap(blockOf);
    default:
      return [{ kind: 'paragraph', text: wordsOf(token) }];
  }
}

function wordsOf(token: Token): string {
  if (token.type === 'br') return '\n';
  const inner = 'tokens' in token && token.tokens ? token.tokens.map(wordsOf).join('') : undefined;
  if (token.type === 'link' && 'href' in token) {
    const href = String(token.href);
    return inner === undefined || inner === href ? href : `${inner} (${href})`;
  }
  return inner ?? ('text' in token ? String(token.text) : token.raw);
}
