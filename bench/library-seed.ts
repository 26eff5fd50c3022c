import { sql } from 'kysely';
import { inTransaction, type Db } from '#server/database/db.ts';
import { rebuildCatalogue } from '#features/library/server/catalogue/refresh.ts';
import { seeded } from './statistics.ts';

export const librarySize = { titles: 200_000, texts: 20_000, pages: 5 };

/** Words as a language has them: a few stand everywhere, most hardly anywhere (Zipf). */
export interface Vocabulary {
  /** The most usual first. */
  words: readonly string[];
  draw: (random: () => number) => string;
}

const onsets = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'z',
  'sh',
  'gj',
  'th',
  'q',
  'ç',
  'dh',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ë', 'y'];

/** Invented words that sound Albanian, all different. */
export function inventVocabulary(count: number, seed: number): Vocabulary {
  const random = seeded(seed);
  const some = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(
      Array.from({ length: syllables }, () => some(onsets) + some(vowels)).join('') +
        (random() < 0.4 ? some(onsets) : ''),
    );
  }
  const list = [...words];
  // The integral of 1/x between 1 and the last place: every place gets about its share.
  return { words: list, draw: (drawn) => list[Math.floor(list.length ** drawn()) - 1] ?? '' };
}

const atOnce = 5000;

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A library of that size: titles of two to eight words, authors, subjects, years; a tenth with a text of some pages. */
export async function seedLibrary(db: Db): Promise<Vocabulary> {
  const vocabulary = inventVocabulary(40_000, 3);
  const names = inventVocabulary(8_000, 5);
  const subjects = inventVocabulary(600, 9);
  const random = seeded(17);
  const draw = (count: number) => Array.from({ length: count }, () => vocabulary.draw(random)).join(' ');
  const author = () => `${capital(names.draw(random))}, ${capital(names.draw(random))}`;
  const organisation = '00000000-0000-4000-8000-0000000000aa';
  await sql`INSERT INTO organisation (id, key, name) VALUES (${organisation}, 'bench', '{"sq":"Bench"}') ON CONFLICT DO NOTHING`.execute(
    db,
  );
  for (let at = 0; at < librarySize.titles; at += atOnce) {
    const rows = Array.from({ length: atOnce }, (_, index) => {
      const number = at + index;
      return {
        number,
        title: capital(draw(2 + Math.floor(random() * 7))),
        author: author(),
        subjects: Array.from({ length: 1 + Math.floor(random() * 3) }, () => subjects.draw(random)),
        year: String(1950 + Math.floor(76 * Math.sqrt(random()))),
        publisher: capital(names.draw(random)),
      };
    });
    const isText = at < librarySize.texts;
    await (isText ? addPublications(db, organisation, rows) : addItems(db, organisation, rows));
    if (isText) {
      const pages = rows.flatMap(({ number }) =>
        Array.from({ length: librarySize.pages }, (_, page) => ({ number, page: page + 1, text: draw(250) })),
      );
      await addTexts(db, pages);
    }
  }
  await inTransaction(db, async (tx) => {
    await sql`SET LOCAL statement_timeout = 0`.execute(tx);
    await rebuildCatalogue(tx);
  });
  await sql`VACUUM ANALYZE`.execute(db);
  return vocabulary;
}

type Row = {
  number: number;
  title: string;
  author: string;
  subjects: string[];
  year: string;
  publisher: string;
};

const recordset = (rows: readonly object[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`;

async function addItems(db: Db, organisation: string, rows: readonly Row[]): Promise<void> {
  await sql`
    INSERT INTO catalogue_item (id, key, organisation_id, kind, title, authors, subjects, published_on, language, publisher)
    SELECT gen_random_uuid(), 'bench/' || number, ${organisation}::uuid, 'book', title, ARRAY[author],
           ARRAY(SELECT jsonb_array_elements_text(subjects)), year, 'sq', publisher
      FROM ${recordset(rows)} AS r (number integer, title text, author text, subjects jsonb, year text, publisher text)`.execute(
    db,
  );
}

async function addPublications(db: Db, organisation: string, rows: readonly Row[]): Promise<void> {
  await sql`
    INSERT INTO publication (id, key, organisation_id, kind, title, subjects, published_on, language, publisher)
    SELECT md5('p' || number)::uuid, 'bench-' || number, ${organisation}::uuid, 'report', jsonb_build_object('sq', title),
           ARRAY(SELECT jsonb_array_elements_text(subjects)), year, 'sq', publisher
      FROM ${recordset(rows)} AS r (number integer, title text, author text, subjects jsonb, year text, publisher text)`.execute(
    db,
  );
  await sql`
    INSERT INTO publication_author (id, key, publication_id, position, role, name)
    SELECT gen_random_uuid(), 'bench-' || number || '/a1', md5('p' || number)::uuid, 1, 'author', author
      FROM ${recordset(rows)} AS r (number integer, author text)`.execute(db);
  const sha = sql`encode(sha256(('f' || number)::bytea), 'hex')`;
  const numbers = sql`${recordset(rows)} AS r (number integer)`;
  await sql`INSERT INTO file (sha256, media_type, size_bytes) SELECT ${sha}, 'application/pdf', 1 FROM ${numbers}`.execute(
    db,
  );
  await sql`INSERT INTO public_copy (original_sha256, copy_sha256) SELECT ${sha}, ${sha} FROM ${numbers}`.execute(
    db,
  );
  await sql`
    INSERT INTO publication_file (id, key, publication_id, position, language, sha256)
    SELECT gen_random_uuid(), 'bench-' || number || '/f1', md5('p' || number)::uuid, 1, 'sq', ${sha} FROM ${numbers}`.execute(
    db,
  );
  await sql`
    INSERT INTO file_text (sha256, state, pages, language, read_at)
    SELECT ${sha}, 'read', ${librarySize.pages}, 'sq', now() FROM ${numbers}`.execute(db);
}

async function addTexts(db: Db, pages: readonly object[]): Promise<void> {
  await sql`
    INSERT INTO file_page (sha256, page, content, words)
    SELECT encode(sha256(('f' || number)::bytea), 'hex'), page, text, strip(search_words(text))
      FROM ${recordset(pages)} AS r (number integer, page integer, text text)`.execute(db);
}
