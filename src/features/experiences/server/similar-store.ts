import { sql } from 'kysely';
import { byIndex } from '#features/search/server/service.ts';
import type { Status } from '#features/monitoring/status.ts';
import type { Language, Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { least, mostCompared, mostRead } from '../similar.ts';

/** The words of a priority's statement in one language, with how many documents hold each. */
export async function readWords(db: Db, priorityId: string, language: Language) {
  const { rows } = await sql<{ word: string; occurrences: number }>`
    SELECT known.word, known.occurrences
      FROM priority CROSS JOIN LATERAL unnest(search_words(priority.statement ->> ${language})) AS own
      JOIN search_word known ON known.language = ${language} AND known.word = own.lexeme COLLATE "C"
     WHERE priority.id = ${priorityId}`.execute(db);
  return rows;
}

/** Words are letters and digits alone: nothing could end the quotation. */
function anyOf(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' | ');
}

export interface AlikeRow {
  id: string;
  key: string;
  statement: Localised;
  municipalityKey: string;
  municipalityName: string;
  fieldKey: string;
  mandate: string;
  alike: { sq: number; en: number };
}

/**
 * Priorities of other municipalities that hold one of the words and come near enough to be called similar, with how alike their
 * statements are. The index of the search gives at most `mostRead` of each language; those that share most words are
 * compared.
 */
export async function readAlike(
  db: Db,
  own: { id: string; municipalityId: string },
  words: Readonly<Record<Language, { telling: readonly string[]; all: readonly string[] }>>,
): Promise<AlikeRow[]> {
  const found = (language: Language) => {
    const { telling, all } = words[language];
    const query = `(${anyOf(telling)}) & 'k:priority' & 'l:${language}'`;
    return sql`(SELECT subject_id FROM (
      SELECT subject_id, words FROM search_document WHERE words @@ ${query}::tsquery LIMIT ${sql.lit(mostRead)}
    ) held ORDER BY ts_rank(words, ${anyOf(all)}::tsquery) DESC, subject_id LIMIT ${sql.lit(mostCompared)})`;
  };
  const looked = (['sq', 'en'] as const).filter((language) => words[language].telling.length > 0).map(found);
  if (looked.length === 0) return [];
  const alike = (language: Language) =>
    sql`coalesce(similarity(fold_text(priority.statement ->> ${sql.lit(language)}), own.${sql.id(language)}), 0)`;
  // Hundreds are compared, and few of them are alike: who and where is read of those alone.
  const { rows } = await byIndex(db, (tx) =>
    sql<AlikeRow>`
    WITH own AS MATERIALIZED (
      SELECT fold_text(statement ->> 'sq') AS sq, fold_text(statement ->> 'en') AS en FROM priority WHERE id = ${own.id}
    ), compared AS MATERIALIZED (
      SELECT priority.id, priority.contract_id, ${alike('sq')} AS sq, ${alike('en')} AS en
        FROM (${sql.join(looked, sql` UNION `)}) found
        JOIN priority ON priority.id = found.subject_id
        CROSS JOIN own
    )
    SELECT priority.id, priority.key, priority.statement, municipality.key AS "municipalityKey",
           municipality.name AS "municipalityName", field.key AS "fieldKey", mandate.key AS mandate,
           jsonb_build_object('sq', compared.sq, 'en', compared.en) AS alike
      FROM compared
      JOIN priority ON priority.id = compared.id
      JOIN contract ON contract.id = compared.contract_id AND contract.municipality_id <> ${own.municipalityId}
      JOIN municipality ON municipality.id = contract.municipality_id
      JOIN mandate ON mandate.id = contract.mandate_id
      JOIN field ON field.id = priority.field_id
     WHERE greatest(compared.sq, compared.en) >= ${sql.lit(Math.min(least.sameField, least.otherField))}`.execute(
      tx,
    ),
  );
  return rows;
}

/** What became of each priority: its newest published status. */
export async function readNewestStatuses(db: Db, priorityIds: readonly string[]) {
  const { rows } = await sql<{ id: string; status: Status; round: string }>`
    SELECT DISTINCT ON (status.priority_id) status.priority_id AS id, status.status, round.key AS round
      FROM status JOIN round ON round.id = status.round_id
     WHERE status.priority_id = ANY(${priorityIds}::uuid[])
     ORDER BY status.priority_id, round.starts DESC, status.version DESC`.execute(db);
  return rows;
}
