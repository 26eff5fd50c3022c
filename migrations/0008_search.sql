-- The same text on both sides of a comparison: no diacritics, lower case (features/search/fold.ts does the same in
-- the application, and a test compares them). Most Albanian and English texts are ASCII but for four letters and take
-- the short way.
CREATE FUNCTION fold_text(input text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text := replace(replace(replace(replace(input, 'ë', 'e'), 'ç', 'c'), 'Ë', 'E'), 'Ç', 'C');
BEGIN
  IF octet_length(plain) = length(plain) THEN
    RETURN lower(plain COLLATE "C");
  END IF;
  RETURN lower(regexp_replace(normalize(plain, NFD), '[\u0300-\u036f]+', '', 'g') COLLATE "und-x-icu");
END $$;

-- Words of a text with their places in it. Signs become spaces first, so that PostgreSQL's parser sees words and
-- numbers alone, and no addresses, paths or signed numbers.
CREATE FUNCTION search_words(input text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN to_tsvector('pg_catalog.simple', public.fold_text(regexp_replace(
    input,
    '[!-/:-@\[-`{-~\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u303f]+',
    ' ', 'g')));
END $$;

-- One row per thing that can be found and language. text_language is the language of the text shown, where the
-- wanted one has none. words also holds what one filters by ('l:sq', 'k:priority', 'y:2019', 'm:<municipality>'; no word
-- has a colon), so that one index answers words and filters together. tier draws an even sample of each kind and year: 1 a small one, 2 a larger one with it, 3 the
-- rest, so that a word in half of all documents is answered from a few thousand.
CREATE TABLE search_document (
  subject_id uuid NOT NULL,
  language text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  municipality_id uuid,
  year integer,
  tier smallint NOT NULL CHECK (tier BETWEEN 1 AND 3),
  text_language text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT search_document_pkey PRIMARY KEY (subject_id, language)
);
CREATE INDEX search_document_words ON search_document USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_document_words_of_sample ON search_document USING gin (words) WITH (fastupdate = off) WHERE tier <= 2;
CREATE INDEX search_document_words_of_small_sample ON search_document USING gin (words) WITH (fastupdate = off) WHERE tier = 1;
CREATE INDEX search_document_by_municipality ON search_document (municipality_id);

-- Distinct folded words of all documents and in how many they stand: for inflected forms, beginnings, typing errors
-- and "did you mean".
CREATE TABLE search_word (
  language text NOT NULL,
  word text COLLATE "C" NOT NULL,
  occurrences integer NOT NULL,
  CONSTRAINT search_word_pkey PRIMARY KEY (language, word)
);
CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops);
