import { sql } from 'kysely';
import type { Source } from './source.ts';
import { languageOf, parts, placeNames, plain, textIn, yearOf } from './text.ts';

export const articles: Source = {
  kind: 'article',
  documents: (language) => sql`
    SELECT a.id AS subject_id, a.key, a.municipality_id,
           ${yearOf('a.published_on')} AS year,
           ${languageOf(language, 'a.title')} AS text_language,
           ${textIn(language, 'a.title')} AS title,
           concat_ws(' ', ${placeNames('m')}, a.publisher) AS context,
           ${parts(
             textIn(language, 'a.summary'),
             plain(textIn(language, 'a.body')),
             textIn(language, 'a.addressed_to'),
             sql`(SELECT string_agg(p.name, ', ' ORDER BY p.position) FROM article_person p
                   WHERE p.article_id = a.id AND p.version = a.version)`,
             sql`(SELECT string_agg(${textIn(language, 'l.answer')}, ' · ' ORDER BY l.position)
                    FROM letter_answer l WHERE l.article_id = a.id)`,
           )} AS body
      FROM (SELECT article.id, article.key, article.municipality_id, article.published_on, article.publisher,
                   coalesce(v.title, article.title) AS title, coalesce(v.summary, article.summary) AS summary,
                   CASE WHEN v.id IS NULL THEN article.body ELSE v.body END AS body,
                   CASE WHEN v.id IS NULL THEN article.addressed_to ELSE v.addressed_to END AS addressed_to,
                   coalesce(v.version, 1) AS version
              FROM article LEFT JOIN LATERAL (SELECT * FROM article_version WHERE article_id = article.id
                                              ORDER BY version DESC LIMIT 1) v ON true) a
      LEFT JOIN municipality m ON m.id = a.municipality_id`,
};

/** As they are told since their last correction. */
export const experiences: Source = {
  kind: 'experience',
  documents: (language) => sql`
    SELECT x.id AS subject_id, x.key, x.municipality_id,
           ${yearOf('x.published_on')} AS year,
           ${languageOf(language, 'x.title')} AS text_language,
           ${textIn(language, 'x.title')} AS title,
           ${placeNames('m')} AS context,
           ${parts(
             textIn(language, 'x.summary'),
             plain(textIn(language, 'x.body')),
             plain(textIn(language, 'x.problem')),
             plain(textIn(language, 'x.context')),
             plain(textIn(language, 'x.done')),
             plain(textIn(language, 'x.result')),
             plain(textIn(language, 'x.lessons')),
             textIn(language, 'o.name'),
           )} AS body
      FROM (SELECT own.id, own.key, own.municipality_id, own.organisation_id, own.published_on,
                   coalesce(c.title, own.title) AS title, coalesce(c.summary, own.summary) AS summary,
                   coalesce(c.body, own.body) AS body, coalesce(c.problem, own.problem) AS problem,
                   coalesce(c.context, own.context) AS context, coalesce(c.done, own.done) AS done,
                   coalesce(c.result, own.result) AS result, coalesce(c.lessons, own.lessons) AS lessons
              FROM experience own
              LEFT JOIN LATERAL (SELECT * FROM experience_correction WHERE experience_id = own.id
                ORDER BY version DESC LIMIT 1) c ON true) x
      JOIN municipality m ON m.id = x.municipality_id
      LEFT JOIN organisation o ON o.id = x.organisation_id`,
};
