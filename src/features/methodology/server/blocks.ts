import { marked, type Token, type Tokens } from 'marked';
import type { Block } from '../differences.ts';

/** The words of a token, without the signs that set them in bold or make a link of them. */
function wordsOf(token: Token): string {
  if ('tokens' in token && token.tokens && token.tokens.length > 0) {
    return token.tokens.map(wordsOf).join('');
  }
  return 'text' in token && typeof token.text === 'string' ? token.text : token.type === 'br' ? ' ' : '';
}

function block(kind: Block['kind'], text: string): Block[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? [] : [{ kind, text: plain }];
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

function pointsOf({ items }: Tokens.List): Block[] {
  return items.flatMap((item) => [
    ...block(
      'point',
      item.tokens
        .filter((token) => !isList(token))
        .map(wordsOf)
        .join(' '),
    ),
    ...item.tokens.filter(isList).flatMap(pointsOf),
  ]);
}

/** A text in Markdown as its headings, paragraphs and points. */
export function blocksOf(text: string): Block[] {
  return marked.lexer(text, { gfm: true }).flatMap((token): Block[] => {
    if (isList(token)) return pointsOf(token);
    return block(token.type === 'heading' ? 'heading' : 'paragraph', wordsOf(token));
  });
}
