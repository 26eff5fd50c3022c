/** One thing of another site, as its export says it: texts are HTML, dates as they are written there. */
export interface SiteItem {
  sourceId: string;
  /** post, page, attachment, revision, nav_menu_item … */
  kind: string;
  /** publish, draft, private, trash, inherit … */
  status: string;
  title: string;
  content: string;
  excerpt: string;
  link: string;
  slug: string;
  /** By the clock of the site, and by that of Greenwich. */
  date: string;
  dateGmt: string;
  author: string;
  hasPassword: boolean;
  categories: string[];
  /** As a plugin for several languages marks it: 'sq', 'en_US'; '' where none does. */
  language: string;
  /** Of the same text in other languages; '' where it has none. */
  translations: string;
  /** Of a picture or file: its address, and what it shows for those who don't see it. */
  fileUrl: string;
  alt: string;
  /** The picture that stands over it. */
  featured: string;
  /** More text than any article has: it was not read to its end. */
  isTooLong: boolean;
}

export const emptyItem: SiteItem = {
  sourceId: '',
  kind: 'post',
  status: 'publish',
  title: '',
  content: '',
  excerpt: '',
  link: '',
  slug: '',
  date: '',
  dateGmt: '',
  author: '',
  hasPassword: false,
  categories: [],
  language: '',
  translations: '',
  fileUrl: '',
  alt: '',
  featured: '',
  isTooLong: false,
};

/** Characters of one text, beyond which it is no article. */
export const longestText = 2_000_000;

/** What is told of an item beside what became of it. */
export interface Note {
  code: NoteCode;
  value?: string;
}

export const noteCodes = [
  'kind',
  'media',
  'status',
  'password',
  'empty',
  'too-long',
  'language',
  'language-guessed',
  'date-unknown',
  'date-future',
  'date-zone',
  'shortcodes',
  'pictures',
  'pictures-taken',
  'picture-refused',
  'picture-undescribed',
  'missing-media',
  'embeds',
  'damaged',
  'untitled',
  'duplicate-slug',
  'page',
  'edited-here',
  'next-version',
] as const;

export type NoteCode = (typeof noteCodes)[number];

export const outcomes = ['added', 'updated', 'unchanged', 'kept', 'left-out'] as const;

export type ItemOutcome = (typeof outcomes)[number];
