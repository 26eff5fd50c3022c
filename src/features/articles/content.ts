import { z } from 'zod';
import { languages, type Language, type Localised } from '#i18n/languages.ts';
import { articleKinds } from './article.ts';

const localised = z.partialRecord(z.enum(languages), z.string());

/** What an article says, as its draft keeps it. Texts are Markdown; people stand one on a line. */
export const contentSchema = z.object({
  kind: z.enum(articleKinds),
  /** In which it was written; the other one is a translation. */
  language: z.enum(languages),
  title: localised,
  summary: localised,
  body: localised,
  addressedTo: localised,
  authors: z.string(),
  signatories: z.string(),
  /** Where it stands elsewhere, and who publishes there. */
  url: z.string(),
  publisher: z.string(),
  /** As far as it is known; '' where it is the day on which it becomes public here. */
  dated: z.string(),
  /** Why what is public is changed. */
  reason: localised,
  /** Of the original that the translation says the same as: SHA-256; null while it is worked on. */
  follows: z.string().nullable(),
  /** Where it stood before, of what was brought over from another site. */
  formerly: z.array(z.string()).default([]),
});

export type ArticleContent = z.output<typeof contentSchema>;

/** A picture as it goes out with a text. */
export const pictureSchema = z.object({
  originalSha256: z.string(),
  copySha256: z.string(),
  alt: localised,
  credit: z.string(),
});

/** What was reviewed: all of what readers will see. */
export const reviewedSchema = z.object({ content: contentSchema, pictures: z.array(pictureSchema) });

export type Reviewed = z.output<typeof reviewedSchema>;

export type TranslationState = 'original' | 'missing' | 'draft' | 'translated' | 'out-of-date';

/**
 * How far the text in a language is.
 * @param original SHA-256 of the text in the original's language as it is now
 */
export function translationState(
  content: ArticleContent,
  language: Language,
  original: string,
): TranslationState {
  if (language === content.language) return 'original';
  if (!content.title[language] && !content.body[language]) return 'missing';
  if (content.follows === null) return 'draft';
  return content.follows === original ? 'translated' : 'out-of-date';
}

/** What readers are told of the text in the language that is not the original's; null where there is none. */
export function publishedTranslation(content: ArticleContent, original: string): 'follows' | 'behind' | null {
  const [state = 'missing'] = languages
    .filter((language) => language !== content.language)
    .map((language) => translationState(content, language, original));
  if (state === 'missing') return null;
  return state === 'translated' ? 'follows' : 'behind';
}

/** The words by which one tells whether the original was changed. */
export function originalText({ language, title, summary, body }: ArticleContent): string {
  return JSON.stringify([title[language] ?? '', summary[language] ?? '', body[language] ?? '']);
}

/** Without languages that say nothing. */
export function filled(text: Localised): Localised {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== ''));
}

export interface NamedPerson {
  name: string;
  capacity: string | null;
}

const longestPart = 200;

/** People from lines: 'Arta Hoxha, kryetare e shoqatës'. */
export function peopleOf(lines: string): NamedPerson[] {
  return lines.split('\n').flatMap((line) => {
    const [name = '', ...rest] = line.split(',').map((part) => part.trim());
    const capacity = rest.filter((part) => part !== '').join(', ');
    if (name === '') return [];
    return [
      { name: name.slice(0, longestPart), capacity: capacity === '' ? null : capacity.slice(0, longestPart) },
    ];
  });
}
