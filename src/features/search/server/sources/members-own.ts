import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Source } from './source.ts';
import { languageOf, parts, textIn } from './text.ts';

// Titles are written with places for format(): the database fills them, row by row.
const organisation = '%1$s';
const year = '%2$s';

/** Who works with the network and is no member of it. */
export const partners: Source = {
  kind: 'partner',
  hasNames: true,
  documents: (language) => sql`
    SELECT p.id AS subject_id, p.key::text, NULL::uuid AS municipality_id, NULL::integer AS year,
           ${languageOf(language, 'p.name')} AS text_language,
           ${textIn(language, 'p.name')} AS title,
           concat_ws(' ', p.name ->> 'sq', p.name ->> 'en') AS names,
           '' AS context,
           ${parts(textIn(language, 'p.together'))} AS body
      FROM partner p`,
};

/** The newest version of what a member said of a year. */
function ofYears(
  table: string,
  language: Language,
  title: string,
  body: RawBuilder<unknown>,
  of: string,
): RawBuilder<unknown> {
  return sql`
    SELECT d.id AS subject_id, o.key || '/' || d.year AS key, NULL::uuid AS municipality_id, d.year::integer AS year,
           ${languageOf(language, of)} AS text_language,
           format(${sql.lit(title)}, ${textIn(language, 'o.name')}, d.year) AS title,
           array_to_string(o.aliases, ' ') AS context,
           ${body} AS body
      FROM ${sql.raw(table)} d
      JOIN organisation o ON o.id = d.organisation_id
     WHERE NOT EXISTS (SELECT FROM ${sql.raw(table)} later WHERE later.organisation_id = d.organisation_id
                          AND later.year = d.year AND later.version > d.version)`;
}

/** What members declare of their interests, and who pays them. */
export const declarations: Source = {
  kind: 'declaration',
  documents: (language, t: Translate) =>
    ofYears(
      'declaration',
      language,
      t('search.declaration', { organisation, year }),
      parts(
        textIn(language, 'd.interests'),
        sql`(SELECT string_agg(f.funder, ', ' ORDER BY f.position) FROM declaration_funding f
              WHERE f.declaration_id = d.id)`,
      ),
      'd.interests',
    ),
};

/** Trainings that members held in a year. */
export const trainings: Source = {
  kind: 'training',
  documents: (language, t: Translate) =>
    ofYears(
      'training_count',
      language,
      t('search.training', { organisation, year }),
      parts(
        sql`format(${sql.lit(t('search.training.held', { trainings: '%1$s' }))}, d.trainings)`,
        sql`CASE WHEN d.people > 0 THEN format(${sql.lit(t('search.training.people', { people: '%1$s' }))}, d.people) END`,
        textIn(language, 'd.note'),
      ),
      'd.note',
    ),
};
