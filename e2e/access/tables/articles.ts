/** News, opinions and open letters: what is public of them, and the workspace where they are written. */
export const articlesTable: Readonly<Record<string, string>> = {
  'GET /[lang]/news/[key]/versions/[version]': '+ + ++ ++ ++ ++ + +',
  'GET /[lang]/opinions': '+ + ++ ++ ++ ++ + +',
};
