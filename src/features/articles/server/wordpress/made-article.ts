import type { Language } from '#i18n/languages.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { ArticleKind } from '../../article.ts';
import { dayOfItem } from '../../wordpress/dates.ts';
import type { Note, SiteItem } from '../../wordpress/item.ts';
import { languageOfItem } from '../../wordpress/language.ts';
import { toMarkdown, wordsOf, type TextPicture } from './to-markdown.ts';

const longest = { title: 200, summary: 500, body: 60_000 } as const;

/** What is made of a post: its text in one language, and what of it was left behind. */
export interface MadeArticle {
  kind: ArticleKind;
  language: Language;
  title: string;
  summary: string;
  body: string;
  author: string;
  dated: string;
  /** The addresses that lead to it. */
  formerly: string[];
  notes: Note[];
  galleryIds: string[];
  pictures: TextPicture[];
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}

/** Of a site whose categories say so, opinions and open letters are what they are called. */
function kindOf(categories: readonly string[]): ArticleKind {
  if (categories.some((name) => /open-letter|let(e|ë)r-e-hapur|letra-te-hapura/i.test(name)))
    return 'open-letter';
  return categories.some((name) => /opinion|editorial|koment/i.test(name)) ? 'opinion' : 'news';
}

/** Names by which nobody signs. */
const nobody = /^(admin|administrator|root|user|editor|webmaster)\d*$/i;

function formerAddresses({ link, sourceId, kind }: SiteItem): string[] {
  if (!URL.canParse(link)) return [];
  const number = `${new URL(link).origin}/?${kind === 'page' ? 'page_id' : 'p'}=${sourceId}`;
  return [...new Set([link, number])];
}

/** @returns the article, or why the item is none after all */
export function makeArticle(
  item: SiteItem,
  authors: ReadonlyMap<string, string>,
  now: Date,
): MadeArticle | Note {
  const text = toMarkdown(item.content);
  const words = wordsOf(item.content);
  const language = languageOfItem(item.language, item.link, `${wordsOf(item.title)} ${words}`);
  if (language.kind === 'other') return { code: 'language', value: language.code };
  if (text.markdown.length > longest.body) return { code: 'too-long' };
  const { day, notes: dateNotes } = dayOfItem(item, now);
  const title = sanitised(wordsOf(item.title));
  const excerpt = wordsOf(item.excerpt).replace(/\s*(\[…\]|\[\.\.\.\]|\[&hellip;\])$/, '…');
  const summary = sanitised(excerpt || shortened(words, 300));
  const author = wordsOf(authors.get(item.author) ?? item.author);
  const isDamaged = /\uFFFD/.test(title);
  return {
    kind: kindOf(item.categories),
    language: language.language,
    title: shortened(title || words, longest.title),
    summary: shortened(summary || title, longest.summary),
    body: sanitised(text.markdown),
    author: nobody.test(author) ? '' : author.replaceAll(',', ' ').slice(0, 200),
    dated: day,
    formerly: formerAddresses(item),
    galleryIds: text.galleryIds,
    pictures: text.pictures,
    notes: [
      ...(language.kind === 'guessed'
        ? [{ code: 'language-guessed' as const, value: language.language }]
        : []),
      ...(title === '' ? [{ code: 'untitled' as const }] : []),
      ...(item.kind === 'page' ? [{ code: 'page' as const }] : []),
      ...dateNotes,
      ...text.notes,
      ...(isDamaged && !text.notes.some(({ code }) => code === 'damaged')
        ? [{ code: 'damaged' as const }]
        : []),
    ],
  };
}
