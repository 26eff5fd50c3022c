-- What the network and others wrote: news, opinions, open letters. Of many it is known only when, and where they stand.
ALTER TABLE article
  ADD COLUMN kind text NOT NULL DEFAULT 'news' CHECK (kind IN ('news', 'opinion', 'open-letter')),
  ADD COLUMN organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  -- The language that it was written in; the other one is a translation.
  ADD COLUMN language text CHECK (language ~ '^[a-z]{2}$'),
  -- Of an article that stands elsewhere: where, and who publishes there.
  ADD COLUMN url text CHECK (url ~ '^https?://' AND length(url) <= 1000),
  ADD COLUMN publisher text,
  -- Of an open letter: to whom.
  ADD COLUMN addressed_to localised,
  ALTER COLUMN body DROP NOT NULL,
  ALTER COLUMN published_on DROP NOT NULL,
  ALTER COLUMN published_on TYPE partial_date USING published_on::text;
ALTER TABLE article ADD CONSTRAINT article_letter_check CHECK (addressed_to IS NULL OR kind = 'open-letter');
-- Those without a known date last.
DROP INDEX article_by_time;
CREATE INDEX article_by_time ON article ((coalesce(published_on::text, '')), (key::text));
CREATE INDEX article_by_municipality ON article (municipality_id);
CREATE INDEX article_by_organisation ON article (organisation_id);
CREATE INDEX article_by_url ON article (url);

-- Part of the public record: what an article says since it was changed, with the reason. Version 1 stands in the article itself.
CREATE TABLE article_version (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  article_id uuid NOT NULL REFERENCES article ON DELETE RESTRICT ON UPDATE CASCADE,
  version smallint NOT NULL CHECK (version > 1),
  changed_on date NOT NULL,
  reason localised NOT NULL,
  title localised NOT NULL,
  summary localised NOT NULL,
  body localised,
  addressed_to localised,
  UNIQUE (article_id, version)
);

-- Who wrote an article, and who signed an open letter: of each version all of them.
CREATE TABLE article_person (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  article_id uuid NOT NULL REFERENCES article ON DELETE RESTRICT ON UPDATE CASCADE,
  version smallint NOT NULL CHECK (version > 0),
  part text NOT NULL CHECK (part IN ('author', 'signatory')),
  position smallint NOT NULL CHECK (position > 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  person_id uuid REFERENCES person ON DELETE RESTRICT,
  capacity text CHECK (length(capacity) <= 200),
  UNIQUE (article_id, version, part, position)
);
CREATE INDEX article_person_by_person ON article_person (person_id);

CREATE TABLE article_picture (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  article_id uuid NOT NULL REFERENCES article ON DELETE RESTRICT ON UPDATE CASCADE,
  version smallint NOT NULL CHECK (version > 0),
  position smallint NOT NULL CHECK (position > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  alt localised NOT NULL,
  credit text NOT NULL CHECK (length(credit) BETWEEN 1 AND 200),
  UNIQUE (article_id, version, position)
);

-- What came back to an open letter.
CREATE TABLE letter_answer (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  article_id uuid NOT NULL REFERENCES article ON DELETE RESTRICT ON UPDATE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  answered_on partial_date NOT NULL,
  by text NOT NULL CHECK (length(by) BETWEEN 1 AND 200),
  answer localised NOT NULL,
  url text CHECK (url ~ '^https?://' AND length(url) <= 1000),
  UNIQUE (article_id, position)
);

-- Articles while they are written, and what of them was reviewed: that is what goes out, whatever is written meanwhile.
CREATE TABLE article_draft (
  id uuid PRIMARY KEY,
  -- Left out: of the network.
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  -- Raised by every change of what will be read.
  content_version integer NOT NULL DEFAULT 1,
  version integer NOT NULL DEFAULT 1,
  written_by uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
  written_at timestamptz NOT NULL,
  handed_in_version integer,
  sent_back text NOT NULL DEFAULT '' CHECK (length(sent_back) <= 1000),
  reviewed jsonb CHECK (jsonb_typeof(reviewed) = 'object'),
  reviewed_version integer,
  reviewed_by uuid REFERENCES account ON DELETE RESTRICT,
  reviewed_at timestamptz,
  publish_at timestamptz,
  scheduled_by uuid REFERENCES account ON DELETE RESTRICT,
  published_version integer,
  article_id uuid UNIQUE REFERENCES article ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Thrown away before anybody else could read it.
  dropped_at timestamptz,
  CHECK (num_nonnulls(reviewed, reviewed_version, reviewed_by, reviewed_at) IN (0, 4)),
  CHECK (publish_at IS NULL OR (reviewed IS NOT NULL AND scheduled_by IS NOT NULL)),
  CHECK ((article_id IS NULL) = (published_version IS NULL)),
  CHECK (dropped_at IS NULL OR article_id IS NULL)
);
CREATE INDEX article_draft_by_municipality ON article_draft (municipality_id, written_at);
CREATE INDEX article_draft_by_time ON article_draft (written_at, id);
CREATE INDEX article_draft_by_organisation ON article_draft (organisation_id);
CREATE INDEX article_draft_by_writer ON article_draft (written_by);
CREATE INDEX article_draft_by_reviewer ON article_draft (reviewed_by);
CREATE INDEX article_draft_by_scheduler ON article_draft (scheduled_by);

CREATE TABLE article_draft_picture (
  id uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES article_draft ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  original_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  copy_sha256 text NOT NULL REFERENCES file ON DELETE RESTRICT,
  alt_sq text NOT NULL CHECK (length(alt_sq) BETWEEN 1 AND 300),
  alt_en text NOT NULL CHECK (length(alt_en) BETWEEN 1 AND 300),
  credit text NOT NULL CHECK (length(credit) BETWEEN 1 AND 200),
  UNIQUE (draft_id, position)
);
CREATE INDEX article_draft_picture_by_original ON article_draft_picture (original_sha256);
CREATE INDEX article_draft_picture_by_copy ON article_draft_picture (copy_sha256);

-- Where something of the record stood before: an address of another site, or an earlier one of this.
CREATE TABLE old_address (
  id uuid PRIMARY KEY,
  -- '' for whatever name the site is asked by.
  host text NOT NULL DEFAULT '' CHECK (host = lower(host) AND length(host) <= 253),
  -- Decoded, in lower case, without the slash at its end; with its query where that is what tells it apart: '/?p=123'.
  path text NOT NULL CHECK (path LIKE '/%' AND length(path) <= 500),
  kind text NOT NULL CHECK (kind IN ('article', 'event', 'experience', 'publication', 'municipality', 'contract', 'organisation')),
  key slug NOT NULL,
  added_by text NOT NULL CHECK (length(added_by) BETWEEN 1 AND 100),
  added_at timestamptz NOT NULL,
  UNIQUE (path, host)
);
CREATE INDEX old_address_by_target ON old_address (kind, key);

-- What was brought over from another site, and what became of it.
CREATE TABLE site_import (
  id uuid PRIMARY KEY,
  started_at timestamptz NOT NULL,
  started_by text NOT NULL CHECK (length(started_by) BETWEEN 1 AND 100),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 300),
  dry_run boolean NOT NULL,
  counts jsonb NOT NULL CHECK (jsonb_typeof(counts) = 'object')
);
CREATE INDEX site_import_by_time ON site_import (started_at);

CREATE TABLE site_import_line (
  import_id uuid NOT NULL REFERENCES site_import ON DELETE CASCADE,
  position integer NOT NULL CHECK (position > 0),
  kind text NOT NULL CHECK (length(kind) <= 60),
  source_id text NOT NULL CHECK (length(source_id) <= 60),
  title text NOT NULL CHECK (length(title) <= 300),
  address text NOT NULL CHECK (length(address) <= 1000),
  outcome text NOT NULL CHECK (outcome IN ('added', 'updated', 'unchanged', 'kept', 'left-out')),
  -- Codes with what they are about; the words are in the person's language.
  notes jsonb NOT NULL CHECK (jsonb_typeof(notes) = 'array'),
  PRIMARY KEY (import_id, position)
);

-- Each article of another site, as it was when it was brought over last.
CREATE TABLE imported_article (
  site text NOT NULL CHECK (length(site) <= 253),
  source_id text NOT NULL CHECK (length(source_id) <= 60),
  draft_id uuid NOT NULL REFERENCES article_draft ON DELETE CASCADE,
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  source_sha256 text NOT NULL CHECK (source_sha256 ~ '^[0-9a-f]{64}$'),
  -- Of what stood in the draft right after.
  text_sha256 text NOT NULL CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (site, source_id)
);
CREATE INDEX imported_article_by_draft ON imported_article (draft_id);
