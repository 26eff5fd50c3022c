-- One row per thing that can be found, language and text; written in the transaction that changes the thing.
-- body is what is matched and highlighted, folded (lower case, no diacritics) by the index expressions.
CREATE TABLE search_document (
  subject_id uuid NOT NULL,
  language text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  municipality_id uuid REFERENCES municipality ON DELETE CASCADE,
  year integer,
  title text NOT NULL,
  body text NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (subject_id, language)
);
CREATE INDEX search_document_words ON search_document USING gin (words);
CREATE INDEX search_document_by_kind ON search_document (kind, language);
CREATE INDEX search_document_by_municipality ON search_document (municipality_id);

-- Distinct folded words of all documents: for inflected forms, typing errors and "did you mean".
CREATE TABLE search_word (
  language text NOT NULL,
  word text NOT NULL,
  occurrences integer NOT NULL,
  PRIMARY KEY (language, word)
);
CREATE INDEX search_word_trigrams ON search_word USING gin (word gin_trgm_ops);
