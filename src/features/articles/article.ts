/** What an article is: told by whom as news, someone's opinion, or a letter for all to read. */
export const articleKinds = ['news', 'opinion', 'open-letter'] as const;

export type ArticleKind = (typeof articleKinds)[number];

export function isArticleKind(value: string): value is ArticleKind {
  return articleKinds.some((kind) => kind === value);
}

/** The kinds in which someone speaks for themselves. */
export const opinionKinds = ['opinion', 'open-letter'] as const satisfies readonly ArticleKind[];
