-- Publications as a library describes them, the shelves of the network's members, and one catalogue of both.

-- A correction is the next version: a row of its own, with the first one's id and the reason; the key of a first version is
-- the publication's address. isbn: 13 digits. licence: as an address or in words.
ALTER TABLE publication DROP CONSTRAINT publication_kind_check;
ALTER TABLE publication
  ADD CONSTRAINT publication_kind_check
    CHECK (kind IN ('report', 'analysis', 'manual', 'contract', 'conference', 'book', 'other')),
  ADD COLUMN version smallint NOT NULL DEFAULT 1 CHECK (version > 0),
  ADD COLUMN first_id uuid REFERENCES publication ON DELETE RESTRICT,
  ADD COLUMN reason localised,
  ADD COLUMN corrected_on date,
  ADD COLUMN other_languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN publisher text,
  ADD COLUMN place text,
  ADD COLUMN series text,
  ADD COLUMN subjects text[] NOT NULL DEFAULT '{}',
  ADD COLUMN isbn text CHECK (isbn ~ '^97[89][0-9]{10}$'),
  ADD COLUMN doi text CHECK (doi ~ '^10[.][0-9]{4,9}/[^[:space:]]+$'),
  ADD COLUMN pages integer CHECK (pages BETWEEN 1 AND 100000),
  ADD COLUMN licence text,
  ADD CONSTRAINT publication_edition_check CHECK (
    CASE WHEN version = 1 THEN num_nonnulls(first_id, reason, corrected_on) = 0
         ELSE num_nonnulls(first_id, reason, corrected_on) = 3 END
  );
CREATE UNIQUE INDEX publication_by_version ON publication (first_id, version);
CREATE INDEX publication_by_municipality ON publication (municipality_id);
CREATE INDEX publication_by_round ON publication (round_id);
CREATE INDEX publication_by_organisation ON publication (organisation_id);
CREATE INDEX publication_by_isbn ON publication (isbn) WHERE isbn IS NOT NULL;
CREATE INDEX publication_by_doi ON publication (doi) WHERE doi IS NOT NULL;

-- Who wrote it and who edited it, in the order of its title page: the name as it stands there, and whose it is where the
-- record knows them.
CREATE TABLE publication_author (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  publication_id uuid NOT NULL REFERENCES publication ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  role text NOT NULL CHECK (role IN ('author', 'editor')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  person_id uuid REFERENCES person ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  UNIQUE (publication_id, position),
  CONSTRAINT publication_author_link_check CHECK (num_nonnulls(person_id, organisation_id) <= 1)
);
CREATE INDEX publication_author_by_person ON publication_author (person_id);
CREATE INDEX publication_author_by_organisation ON publication_author (organisation_id);

-- A file of it that everyone may have, by its SHA-256.
CREATE TABLE publication_file (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  publication_id uuid NOT NULL REFERENCES publication ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  pages integer CHECK (pages BETWEEN 1 AND 100000),
  UNIQUE (publication_id, position)
);
CREATE INDEX publication_file_by_sha256 ON publication_file (sha256);

-- What stands on a member's shelf, to be read there. Its key comes from what tells it apart: its place, else its ISBN or
-- DOI, else its title, author and year.
CREATE TABLE catalogue_item (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('book', 'report', 'manual', 'periodical', 'other')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  authors text[] NOT NULL DEFAULT '{}',
  publisher text,
  place text,
  published_on partial_date,
  language text CHECK (language ~ '^[a-z]{2,3}$'),
  series text,
  subjects text[] NOT NULL DEFAULT '{}',
  isbn text CHECK (isbn ~ '^97[89][0-9]{10}$'),
  doi text CHECK (doi ~ '^10[.][0-9]{4,9}/[^[:space:]]+$'),
  pages integer CHECK (pages BETWEEN 1 AND 100000),
  call_number text,
  shelf text,
  copies smallint NOT NULL DEFAULT 1 CHECK (copies BETWEEN 0 AND 1000)
);
CREATE INDEX catalogue_item_by_call_number ON catalogue_item (organisation_id, call_number);
CREATE INDEX catalogue_item_by_isbn ON catalogue_item (isbn) WHERE isbn IS NOT NULL;
CREATE INDEX catalogue_item_by_doi ON catalogue_item (doi) WHERE doi IS NOT NULL;

-- A publication while it is worked on. publication_id: the first version of what was made of it. organisation_id empty: of
-- the whole network. authors, editors, subjects: one a line.
CREATE TABLE publication_draft (
  id uuid PRIMARY KEY,
  publication_id uuid UNIQUE REFERENCES publication ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('report', 'analysis', 'manual', 'contract', 'conference', 'book', 'other')),
  title localised NOT NULL,
  summary localised NOT NULL,
  authors text NOT NULL,
  editors text NOT NULL,
  published_on partial_date,
  language text CHECK (language ~ '^[a-z]{2,3}$'),
  other_languages text[] NOT NULL,
  publisher text NOT NULL,
  place text NOT NULL,
  series text NOT NULL,
  subjects text NOT NULL,
  isbn text CHECK (isbn ~ '^97[89][0-9]{10}$'),
  doi text CHECK (doi ~ '^10[.][0-9]{4,9}/[^[:space:]]+$'),
  pages integer CHECK (pages BETWEEN 1 AND 100000),
  licence text NOT NULL,
  url text NOT NULL,
  -- Whether it says something else than what is published of it.
  is_changed boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES account ON DELETE SET NULL,
  saved_at timestamptz NOT NULL
);
CREATE INDEX publication_draft_by_organisation ON publication_draft (organisation_id, saved_at);
CREATE INDEX publication_draft_by_time ON publication_draft (saved_at);
CREATE INDEX publication_draft_by_municipality ON publication_draft (municipality_id);
CREATE INDEX publication_draft_by_creator ON publication_draft (created_by);

CREATE TABLE publication_draft_file (
  draft_id uuid NOT NULL REFERENCES publication_draft ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  name text NOT NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  sha256 text NOT NULL REFERENCES file (sha256) ON DELETE RESTRICT,
  pages integer NOT NULL CHECK (pages BETWEEN 1 AND 100000),
  PRIMARY KEY (draft_id, position),
  UNIQUE (draft_id, sha256)
);
CREATE INDEX publication_draft_file_by_sha256 ON publication_draft_file (sha256);

-- What was read from a published PDF. 'none': it has no text, as where its pages are pictures. 'unreadable': it could not be
-- opened, or took too long. language: as its words show it.
CREATE TABLE file_text (
  sha256 text PRIMARY KEY REFERENCES file (sha256) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('read', 'none', 'unreadable')),
  pages integer NOT NULL CHECK (pages >= 0),
  language text,
  read_at timestamptz NOT NULL
);

CREATE TABLE file_page (
  sha256 text NOT NULL REFERENCES file_text ON DELETE CASCADE,
  page integer NOT NULL CHECK (page > 0),
  content text NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (sha256, page)
);

-- The catalogue as it is searched: one row for each publication as it now reads and for each item on a shelf, made from
-- those. words: what it says of itself, each word after a letter for where it stands (t title, a author, s subject, y year,
-- d description), 'x:' with a hash of the whole title, and what one filters by (k kind, l language, f file, p from whom). text_words: the words
-- of its files with all the others, for those that have a text. ordering: newest first, then by title.
CREATE TABLE library_entry (
  id uuid NOT NULL,
  origin text NOT NULL CHECK (origin IN ('publication', 'item')),
  key text NOT NULL,
  kind text NOT NULL,
  title localised NOT NULL,
  authors text NOT NULL,
  year integer,
  language text,
  has_file boolean NOT NULL,
  call_number text,
  ordering text COLLATE "C" NOT NULL,
  digest text NOT NULL,
  words tsvector NOT NULL,
  text_words tsvector,
  CONSTRAINT library_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX library_entry_in_order ON library_entry (ordering);
CREATE INDEX library_entry_words ON library_entry USING gin (words) WITH (fastupdate = off);
CREATE INDEX library_entry_text ON library_entry USING gin (text_words) WITH (fastupdate = off) WHERE text_words IS NOT NULL;

-- Distinct words of the catalogue, where they stand (f: in a file's text) and in how many entries.
CREATE TABLE library_word (
  word text COLLATE "C" NOT NULL,
  place text NOT NULL,
  occurrences integer NOT NULL,
  CONSTRAINT library_word_pkey PRIMARY KEY (word, place)
);
CREATE INDEX library_word_trigrams ON library_word USING gin (word gin_trgm_ops) WHERE place <> 'f';

-- The words of a text, each after the letter of the place where it stands.
CREATE FUNCTION library_lexemes(place text, input text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(place || ':' || word), '{}') FROM unnest(tsvector_to_array(public.search_words(input))) word
$$;

-- The same for all ways of writing a title: case, marks and signs aside.
CREATE FUNCTION library_title(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'x:' || md5(trim(regexp_replace(public.fold_text(input), '[^[:alnum:]]+', ' ', 'g')))
$$;
