import { sql, type RawBuilder } from 'kysely';
import { languages, type Language } from '#i18n/languages.ts';

function order(wanted: Language): readonly Language[] {
  return [wanted, ...languages.filter((language) => language !== wanted)];
}

/** A localised column's text in the wanted language, else in another that has it; null where none has. */
export function textIn(wanted: Language, column: string): RawBuilder<string | null> {
  const texts = order(wanted).map((language) => sql`nullif(${sql.ref(column)} ->> ${sql.lit(language)}, '')`);
  return sql`coalesce(${sql.join(texts)})`;
}

/** The language of what `textIn` gives. */
export function languageOf(wanted: Language, column: string): RawBuilder<string> {
  const cases = order(wanted).map(
    (language) =>
      sql`WHEN nullif(${sql.ref(column)} ->> ${sql.lit(language)}, '') IS NOT NULL THEN ${sql.lit(language)}`,
  );
  return sql`CASE ${sql.join(cases, sql` `)} ELSE ${sql.lit(wanted)} END`;
}

/** Parts of a text that are there, one after the other. */
export function parts(...texts: RawBuilder<unknown>[]): RawBuilder<string> {
  return sql`concat_ws(' · ', ${sql.join(texts)})`;
}

/**
 * The spelling of a place's name that other languages use, which is Albanian's definite form: Vlora for Vlorë, Shkodra
 * for Shkodër. Null where it is the name itself, or the name with an ending that no other language takes over.
 */
function nameAbroad(alias: string): RawBuilder<string | null> {
  const name = sql.ref(`${alias}.name`);
  return sql`CASE WHEN right(${name}, 2) = 'ër' THEN left(${name}, -2) || 'ra'
                  WHEN right(${name}, 1) = 'ë' THEN left(${name}, -1) || 'a' END`;
}

/** The names by which a place is known besides its own. */
export function otherNames(alias: string): RawBuilder<string> {
  return sql`concat_ws(' ', array_to_string(${sql.ref(`${alias}.aliases`)}, ' '), ${nameAbroad(alias)})`;
}

/** Names by which a municipality is known: whoever asks for a place wants what belongs to it. */
export function placeNames(alias: string): RawBuilder<string> {
  return sql`concat_ws(' ', ${sql.ref(`${alias}.name`)}, ${otherNames(alias)})`;
}

/** Plain words of a Markdown text. */
export function plain(markdown: RawBuilder<string | null>): RawBuilder<string | null> {
  return sql`regexp_replace(regexp_replace(${markdown}, '!?\\[([^\\]]*)\\]\\([^)]*\\)', '\\1', 'g'), '[*_#\`>]+', '', 'g')`;
}

/** Year of a date known to the year, month or day. */
export function yearOf(column: string): RawBuilder<number | null> {
  return sql`left(${sql.ref(column)}::text, 4)::integer`;
}
